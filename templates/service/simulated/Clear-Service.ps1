# Deletes a service: at once when it is stopped and nobody has it open, else it is marked and goes when it stops, at the latest with a restart. Gives the error number.
function Clear-Service {
    param([string] $Name)
    $service = $global:Windows.services[$Name]
    if ($null -eq $service) { return 1060 }
    if ($service.deleteMarked) { return 1072 }
    if ($service.state -eq 'stopped' -and -not $service.heldOpen) { Clear-ServiceRow -Name $Name }
    else {
        $service.deleteMarked = $true
        (Add-KeyRow -Key "HKLM\SYSTEM\CurrentControlSet\Services\$Name")['values']['DeleteFlag'] = ConvertTo-ValueRow -Type 'DWord' -Data 1
        Add-Story "service $Name is marked for deletion"
    }
    0
}
