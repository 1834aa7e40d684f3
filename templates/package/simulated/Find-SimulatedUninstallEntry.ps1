# Stands in for Find-UninstallEntry on the simulated machine.
function Find-SimulatedUninstallEntry {
    param([Parameter(Mandatory)] [ValidateSet(64, 32)] [int] $View)
    Enter-Effect -Name 'Find-UninstallEntry'
    if ($View -eq 32 -and $global:Windows.host.systemBits -ne 64) { return }
    $names = 'DisplayName', 'DisplayVersion', 'Publisher', 'InstallLocation', 'UninstallString', 'QuietUninstallString', 'WindowsInstaller', 'BundleCachePath', 'BundleUpgradeCode'
    $root = Resolve-KeyPath -Hive HKLM -Path 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' -View $View
    foreach ($key in @(Find-KeyBelow -Key $root)) {
        $name = $key.Substring($root.Length + 1)
        if ($name.Contains('\')) { continue }
        $found = [ordered]@{ Key = $name; View = $View; Unreadable = '' }
        foreach ($value in $names) { $found[$value] = $null }
        try {
            $values = (Open-KeyRow -Key $key)['values']
            foreach ($value in $names) {
                if (-not $values.Contains($value)) { continue }
                $data = ConvertFrom-ValueRow -Row $values[$value]
                $found[$value] = if ($data -is [array]) { if ($data.Length -gt 0) { [string]$data[0] } } elseif ($null -ne $data) { [string]$data }
            }
        }
        catch { $found['Unreadable'] = $_.Exception.GetBaseException().Message }
        [pscustomobject]$found
    }
}
