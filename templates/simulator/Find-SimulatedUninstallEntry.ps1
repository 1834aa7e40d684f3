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
        $values = (Open-KeyRow -Key $key)['values']
        $found = [ordered]@{ Key = $name; View = $View }
        foreach ($value in $names) {
            $data = if ($values.Contains($value)) { ConvertFrom-ValueRow -Row $values[$value] } else { $null }
            $found[$value] = if ($null -eq $data) { $null } elseif ($data -is [array]) { [string]@($data)[0] } else { [string]$data }
        }
        [pscustomobject]$found
    }
}
