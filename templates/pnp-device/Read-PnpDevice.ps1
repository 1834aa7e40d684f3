# Reads a property of a device: exists (at least one), or one of those that Select-PnpDevice gives.
## Throws when several match, or none does.
function Read-PnpDevice([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry, [string] $Property) {
    if ($Property -eq 'exists') { return @(Select-PnpDevice $(if ($null -ne $Entry) { $Entry.InstanceId } else { $InstanceId }) $Where).Count -gt 0 }
    $device = if ($null -ne $Entry) { $Entry } else { Find-PnpDevice $InstanceId $Where }
    if ($null -eq $device) { throw 'there is no such device' }
    $device.$($Property.Replace('_', ''))
}
