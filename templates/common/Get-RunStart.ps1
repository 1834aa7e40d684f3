# When this run began, a second earlier, since times of files and events are coarser than the clock.
## The time at which this run began, a second earlier: times of files and events are coarser than the clock. By the monotonic clock, whatever became of the other one.
function Get-RunStart {
    (Get-Clock).AddMilliseconds($Remedy.Started - (Get-Tick) - 1000)
}
