# Notes how an item came out, in both logs. Outcomes: ok, fixed, failed, blocked, deviates, restart (counts once Windows has restarted), and the consequences of another item,
# Behind: waiting for it, or after it (-WhatIf). Busy: it failed since another installation was running.
function Add-Record {
    param([Parameter(Mandatory)] [string] $Id, [string] $Label, [string] $Outcome, [string] $Why, [string] $Behind, [string] $Step = $script:Remedy.Step, [switch] $Busy)
    $now = Get-Tick
    $record = [pscustomobject]@{
        Id = ConvertTo-Line $Id; Step = $Step; Label = ConvertTo-Line $Label; Outcome = $Outcome; Why = ConvertTo-Line (Add-AccountName $Why); Behind = ConvertTo-Line $Behind
        Busy = [bool]$Busy; Causes = [Collections.Generic.List[string]]::new(); Seen = [Collections.Generic.List[string]]::new()
    }
    $script:Remedy.Outcomes[$Id] = $Outcome
    $script:Remedy.Records.Add($record)
    $text = "$($record.Id): ${Outcome}: $($record.Label)"
    if ($record.Why -ne '') { $text += ": $($record.Why)" }
    if ($Behind -ne '') { $text += " ($($record.Behind))" }
    Write-Note -Text $text -Severity $(switch ($Outcome) { 'failed' { 3 } { $_ -in 'blocked', 'restart', 'waiting' } { 2 } default { 1 } }) -Data ([ordered]@{
            kind = 'item'; step = $record.Step; id = $record.Id; label = $record.Label; outcome = $Outcome; why = $record.Why; behind = $record.Behind; milliseconds = $now - $script:Remedy.ItemStarted
        })
    $script:Remedy.ItemStarted = $now
}
