# How many events a log has of the time before now: of a provider, of these ids and levels; 1000 for that many or more.
## Microsoft Learn, "EvtQuery function (winevt.h)": an XPath query has at most 20 expressions, so ids are asked for by tens. "LevelType Complex Type": 1 critical to 5 verbose;
## 0 is shown as information. An answer is there within 30 seconds, or it cannot be told.
function Read-EventLogCount([string] $Log, [string] $Source, [timespan] $Last = [timespan]'01:00:00', [int[]] $Ids, [string[]] $Levels) {
    if (($null -ne $Ids -and $Ids.Count -eq 0) -or ($null -ne $Levels -and $Levels.Count -eq 0)) { throw 'an empty list names no event' }
    $since = (Get-Clock).Subtract($Last)
    $until = (Get-Tick) + 30000
    $all = @(if ($null -ne $Ids) { $Ids | Sort-Object -Unique })
    $numbers = @(@(foreach ($level in $Levels) { @{ critical = 1; error = 2; warning = 3; information = 4, 0; verbose = 5 }[$level] }) | Sort-Object -Unique)
    $count = 0
    for ($i = 0; $i -eq 0 -or $i -lt $all.Count; $i += 10) {
        $query = Format-EventQuery $since $Source @($all | Select-Object -Skip $i -First 10) $numbers
        $count += Measure-EventRecord $Log $query (1000 - $count) $until
    }
    $count
}
