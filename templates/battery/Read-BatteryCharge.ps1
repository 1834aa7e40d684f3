# How full the battery is, in percent; nothing where there is none, or one does not say.
function Read-BatteryCharge {
    $all = @(Get-BatteryCharge)
    if ($all.Count -gt 0 -and @($all | Where-Object { $_ -lt 0 }).Count -eq 0) { [long][Math]::Floor(($all | Measure-Object -Average).Average) }
}
