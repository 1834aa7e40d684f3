# Counts the records that came out in one of these ways.
function Get-OutcomeCount {
    param([Parameter(Mandatory)] [string[]] $Outcome)
    $count = 0
    foreach ($record in $script:Remedy.Records) { if ($Outcome -contains $record.Outcome) { $count++ } }
    $count
}
