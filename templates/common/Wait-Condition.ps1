# Waits until a block gives $true, looking every 250 ms, at most for Timeout; tells whether it did.
## The monotonic clock: setting the time of day does not lengthen a wait.
function Wait-Condition([timespan] $Timeout, [scriptblock] $Condition, [int] $Every = 250) {
    $begin = Get-Tick
    while (-not (& $Condition)) {
        if ((Get-Tick) - $begin -ge $Timeout.TotalMilliseconds) { return $false }
        Wait-Moment $Every
    }
    $true
}
