# Writes a duration in the largest unit that divides it, as the remedy does: 1d, 90m, 1500ms.
function Format-Duration([timespan] $Duration) {
    $milliseconds = [long][Math]::Round($Duration.TotalMilliseconds)
    $units = [ordered]@{ d = 86400000; h = 3600000; m = 60000; s = 1000 }
    foreach ($unit in $units.Keys) {
        if ($milliseconds -ne 0 -and $milliseconds % $units[$unit] -eq 0) { return '{0}{1}' -f ($milliseconds / $units[$unit]), $unit }
    }
    "$milliseconds`ms"
}
