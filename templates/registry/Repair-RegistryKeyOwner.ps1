# Gives a registry key itself another owner; its rights, and what lies below it, stay.
function Repair-RegistryKeyOwner([string] $Key, [string] $Owner, [int] $View = 64) {
    $at = Split-RegistryKey $Key
    $place = "$($at.Hive)\$($at.Path)", '', "view$View"
    $is = Get-RegistryKeyOwnerState $place
    if ($is -eq $Owner) { return }
    Add-Journal 'RegistryKeyOwner' $place $is $Owner
    try { Write-RegistryOwner $at.Hive $at.Path $Owner $View }
    catch { throw "the owner of registry key $(ConvertTo-Line $Key): $($_.Exception.GetBaseException().Message)" }
}
