# Stands in for Find-UninstallEntry on the simulated machine.
function Find-SimulatedUninstallEntry {
    param([ValidateSet(64, 32)] [int] $View)
    Enter-Effect -Name 'Find-UninstallEntry'
    if ($View -eq 32 -and $global:Windows.host.systemBits -ne 64) { return }
    $root = Resolve-KeyPath -Hive HKLM -Path 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' -View $View
    foreach ($key in @(Find-KeyBelow -Key $root)) {
        $name = $key.Substring($root.Length + 1)
        if ($name.Contains('\')) { continue }
        $found = [ordered]@{ Key = $name; View = $View; DisplayName = ''; Unreadable = '' }
        try {
            $values = (Open-KeyRow -Key $key)['values']
            if ($values.Contains('DisplayName')) {
                $found['DisplayName'] = [string](ConvertFrom-ValueRow -Row $values['DisplayName'])
            }
        }
        catch { $found['Unreadable'] = $_.Exception.GetBaseException().Message }
        [pscustomobject]$found
    }
}
