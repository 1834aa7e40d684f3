# How many events of a log an XPath query finds; counts up to Most, until a moment of Get-Tick.
## Microsoft Learn, "EventLogReader.ReadEvent Method": it gives nothing at the end of the log, and when the time for it is over. Throws when the log cannot be read, or not in time.
function Measure-EventRecord([string] $Log, [string] $Query, [int] $Most, [long] $Until) {
    #remedyc:every-host
    $reader = [System.Diagnostics.Eventing.Reader.EventLogReader]::new([System.Diagnostics.Eventing.Reader.EventLogQuery]::new($Log, 'LogName', $Query))
    $count = 0
    try {
        while ($count -lt $Most) {
            $left = $Until - (Get-Tick)
            $record = if ($left -gt 0) { $reader.ReadEvent([timespan]::FromMilliseconds($left)) }
            if ($null -eq $record -and (Get-Tick) -ge $Until) { throw "the events of $Log could not be counted in time" }
            if ($null -eq $record) { break }
            $record.Dispose()
            $count++
        }
    }
    finally { $reader.Dispose() }
    $count
}
