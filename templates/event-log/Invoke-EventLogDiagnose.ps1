# Known events since a time as findings, newest first, at most five.
## Meaning: says what the event in $_ means, nothing for an unknown one. A cause is an event of the System log, to which SYSTEM and administrators alone write, since this run began, and it names a service of the step.
## Any other event is only said to be seen: it may be an older one, another service's, or in another log by anybody under any name.
function Invoke-EventLogDiagnose([string] $Log, [string] $Source = '', [timespan] $Last = [timespan]'01:00:00', [scriptblock] $Meaning) {
    $began = Get-RunStart
    $names = @(Get-StepService)
    $causes = @()
    $others = @()
    foreach ($record in @(Find-EventRecord $Log (Get-Clock).Subtract($Last) $Source)) {
        $text = $record | ForEach-Object $Meaning
        if (-not $text) { continue }
        if ($Log -eq 'System' -and $record.Time -ge $began -and (Test-EventName $record $names)) { $causes += $text } else { $others += $text }
    }
    $causes = @($causes | Select-Object -Unique | Select-Object -First 5)
    foreach ($text in $causes) { Write-Finding $text }
    foreach ($text in @($others | Select-Object -Unique | Where-Object { $causes -notcontains $_ } | Select-Object -First (5 - $causes.Count))) { Write-Finding "seen in the $Log log: $text" -Seen }
}
