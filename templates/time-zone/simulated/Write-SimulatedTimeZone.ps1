# Stands in for Write-TimeZone on the simulated machine.
function Write-SimulatedTimeZone {
    param([string] $Id)
    $fault = Enter-Effect -Name 'Write-TimeZone' -Text $Id -Change -Coded
    if ($Id.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1460 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 1 }
    if (-not $global:Windows.registry.Contains("HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Time Zones\$Id")) { return 1 }
    (Add-KeyRow -Key 'HKLM\SYSTEM\CurrentControlSet\Control\TimeZoneInformation')['values']['TimeZoneKeyName'] = [ordered]@{ type = 'String'; data = $Id }
    Add-Story "the time zone is set to $Id"
    0
}
