# What the battery holds in percent of what it was made to hold; nothing where there is none, or its driver does not say.
function Read-BatteryHealth {
    $full, $designed = [long]0, [long]0
    foreach ($one in Get-BatteryCapacity) {
        if ($one.Full -le 0 -or $one.Designed -le 0) { return }
        $full += $one.Full
        $designed += $one.Designed
    }
    if ($designed -gt 0) { [long][Math]::Floor([decimal]$full * 100 / $designed) }
}
