# How many days ago the oldest of some updates was published; nothing where there is none.
function Measure-UpdateAge([object[]] $Updates) {
    foreach ($oldest in $Updates | Sort-Object -Property Published | Select-Object -First 1) {
        [timespan]::FromDays([Math]::Max(0, [Math]::Floor(((Get-Clock) - $oldest.Published).TotalDays)))
    }
}
