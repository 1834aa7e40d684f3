# How many days ago the oldest of some updates was published; 0 where there is none.
function Measure-UpdateAge([object[]] $Updates) {
    $days = 0
    foreach ($one in $Updates) { $days = [Math]::Max($days, [Math]::Floor(((Get-Clock) - $one.Published).TotalDays)) }
    [timespan]::FromDays($days)
}
