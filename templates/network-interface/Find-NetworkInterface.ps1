# The one network interface that is meant, as it is now, nothing where there is none; throws where there are several.
function Find-NetworkInterface([string] $Name, [scriptblock] $Where, [pscustomobject] $Entry) {
    $found = @(Select-NetworkInterface $(if ($null -ne $Entry) { $Entry.Name } else { $Name }) $Where)
    if ($found.Count -gt 1) { throw "matches several: $(@($found | ForEach-Object { ConvertTo-Line $_.Name }) -join ', ')" }
    $found
}
