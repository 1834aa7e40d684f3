# Notes in both logs how an item came out; Behind: the item that it waits for.
## ok, fixed, failed, blocked, deviates, restart (counts after one), or what it has of another item: waiting, after (-WhatIf). Busy: it failed since another installation was running.
function Add-Record([string] $Id, [string] $Label, [string] $Outcome, [string] $Why, [string] $Behind, [string] $Step = $Remedy.Step, [switch] $Busy) {
    #remedyc:only Find-Outcome Check Together
    $Remedy.Outcomes[$Id] = $Outcome
    #remedyc:end
    #remedyc:only Context.Accounts
    $Why = Add-AccountName $Why
    #remedyc:end
    $Id, $Label, $Why, $Behind = foreach ($text in $Id, $Label, $Why, $Behind) { ConvertTo-Line $text }
    $Remedy.Records.Add([pscustomobject]@{ Id = $Id; Step = $Step; Label = $Label; Outcome = $Outcome; Why = $Why; Behind = $Behind; Busy = [bool]$Busy; Causes = @(); Seen = @() })
    $now = Get-Tick
    Write-Note "${Id}: ${Outcome}: $Label$(if ($Why) { ": $Why" })$(if ($Behind) { " ($Behind)" })" $(if ($Outcome -eq 'failed') { 3 } else { 1 + ($Outcome -in 'blocked', 'restart', 'waiting') }) ([ordered]@{
            kind = 'item'; step = $Step; id = $Id; label = $Label; outcome = $Outcome; why = $Why; behind = $Behind; milliseconds = $now - $Remedy.ItemStarted
        })
    $Remedy.ItemStarted = $now
}
