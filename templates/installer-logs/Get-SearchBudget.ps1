# What this run may still spend on searching logs that others write.
## Gives what this run may still spend on searching logs, so that no text of others keeps it going.
function Get-SearchBudget {
    if (-not $Remedy.ContainsKey('SearchBudget')) { $Remedy['SearchBudget'] = @{ Milliseconds = [long]20000; Bytes = [long]64MB; Matches = 5000 } }
    $Remedy['SearchBudget']
}
