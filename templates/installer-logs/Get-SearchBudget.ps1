# Gives what this run may still spend on searching logs for causes: Milliseconds, Bytes, Matches. It is one budget for all of them:
## what others write into a log must not keep a run going.
function Get-SearchBudget {
    if (-not $Remedy.ContainsKey('SearchBudget')) { $Remedy['SearchBudget'] = @{ Milliseconds = [long]20000; Bytes = [long]64MB; Matches = 5000 } }
    $Remedy['SearchBudget']
}
