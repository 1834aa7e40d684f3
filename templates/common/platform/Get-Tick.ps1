# Milliseconds since some moment; never set back.
## So every wait and duration is measured with it.
function Get-Tick {
    #remedyc:every-host
    [long]([Diagnostics.Stopwatch]::GetTimestamp() * 1000.0 / [Diagnostics.Stopwatch]::Frequency)
}
