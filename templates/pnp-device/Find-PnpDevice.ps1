# The one device that is meant, as it is now, nothing where there is none; throws where there are several.
function Find-PnpDevice([string] $InstanceId, [scriptblock] $Where, [pscustomobject] $Entry) {
    $found = @(Select-PnpDevice $(if ($null -ne $Entry) { $Entry.InstanceId } else { $InstanceId }) $Where)
    if ($found.Count -gt 1) { throw "matches several: $(@($found | ForEach-Object { ConvertTo-Line $_.InstanceId }) -join ', ')" }
    $found
}
