# Notes how an item came out, in both logs: ok, fixed, failed, blocked, deviates, restart (counts after one), or what it has of the item Behind: waiting, after (-WhatIf).
## Busy: it failed since another installation was running.
function Add-Record([string] $Id, [string] $Label, [string] $Outcome, [string] $Why, [string] $Behind, [string] $Step = $Remedy.Step, [switch] $Busy) {
    $Remedy.Outcomes[$Id] = $Outcome
    #remedyc:only Context.Accounts
    $Why = Add-AccountName $Why
    #remedyc:end
    $Id, $Label, $Why, $Behind = foreach ($text in $Id, $Label, $Why, $Behind) { ConvertTo-Line $text }
    $Remedy.Records.Add([pscustomobject]@{
            Id = $Id; Step = $Step; Label = $Label; Outcome = $Outcome; Why = $Why; Behind = $Behind; Busy = [bool]$Busy
            Causes = [Collections.Generic.List[string]]::new(); Seen = [Collections.Generic.List[string]]::new()
        })
    $severity = switch ($Outcome) { 'failed' { 3 } { $_ -in 'blocked', 'restart', 'waiting' } { 2 } default { 1 } }
    $now = Get-Tick
    Write-Note "${Id}: ${Outcome}: $Label$(if ($Why -ne '') { ": $Why" })$(if ($Behind -ne '') { " ($Behind)" })" $severity ([ordered]@{
            kind = 'item'; step = $Step; id = $Id; label = $Label; outcome = $Outcome; why = $Why; behind = $Behind; milliseconds = $now - $Remedy.ItemStarted
        })
    $Remedy.ItemStarted = $now
}
