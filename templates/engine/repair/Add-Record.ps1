# Logs how an item came out; Behind: what it waits for.
## ok, fixed, failed, blocked, deviates, restart (counts after one), or what it has of another item: waiting, after (-WhatIf). Busy: it failed since another installation was running.
function Add-Record(
    [string] $Id, [string] $Label, [string] $Outcome, [string] $Why, [string] $Behind, [string] $Step = $Remedy.Step
    #remedyc:only Get-BusyFailure
    , [switch] $Busy
    #remedyc:end
) {
    #remedyc:only Find-Outcome Check Together
    $Remedy.Outcomes[$Id] = $Outcome
    #remedyc:end
    #remedyc:only Enter-UserHive
    $Why = Add-UserName $Why
    #remedyc:end
    #remedyc:only Context.Accounts
    $Why = Add-AccountName $Why
    #remedyc:end
    $now = Get-Tick
    $record = [ordered]@{ kind = 'item'; step = $Step; id = ConvertTo-Line $Id; label = ConvertTo-Line $Label; outcome = $Outcome; why = ConvertTo-Line $Why; behind = ConvertTo-Line $Behind; milliseconds = $now - $Remedy.ItemStarted }
    $Remedy.ItemStarted = $now
    Write-Note "$($record.id): ${Outcome}: $($record.label)$(if ($Why) { ": $($record.why)" })$(if ($Behind) { " ($($record.behind))" })" $(if ($Outcome -eq 'failed') { 3 } else { 1 + ($Outcome -in 'blocked', 'restart', 'waiting') }) $record
    #remedyc:only Get-BusyFailure
    $record.busy = [bool]$Busy
    #remedyc:end
    #remedyc:only Write-Finding
    $record.causes = @()
    $record.seen = @()
    #remedyc:end
    $Remedy.Records.Add([pscustomobject]$record)
}
