# The time since a moment (UTC); nothing is younger than just now, also when the clock was set back.
function Get-FileAge([datetime] $Time) {
    $age = (Get-Clock) - $Time
    if ($age -lt [timespan]::Zero) { [timespan]::Zero } else { $age }
}
