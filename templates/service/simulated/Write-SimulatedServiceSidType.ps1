# Stands in for Write-ServiceSidType on the simulated machine.
function Write-SimulatedServiceSidType {
    param([string] $Name, [ValidateSet('none', 'unrestricted', 'restricted')] [string] $Type)
    $fault = Enter-Effect -Name 'Write-ServiceSidType' -Text "$Name $Type" -Change -Coded
    if ($Name.Contains('"')) { return 123 }
    if ($fault -eq 'time-out') { return 1053 }
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($fault -eq 'fail' -or -not $global:Windows.host.elevated) { return 5 }
    if ($service.deleteMarked) { return 1072 }
    (Add-KeyRow -Key "HKLM\SYSTEM\CurrentControlSet\Services\$Name")['values']['ServiceSidType'] = [ordered]@{ type = 'DWord'; data = @{ none = 0; unrestricted = 1; restricted = 3 }[$Type] }
    0
}
