# Gives the records of the present step that came out in one of these ways.
function Get-StepRecord {
    param([Parameter(Mandatory)] [string[]] $Outcome)
    for ($index = $script:Remedy.StepStart; $index -lt $script:Remedy.Records.Count; $index++) {
        if ($Outcome -contains $script:Remedy.Records[$index].Outcome) { $script:Remedy.Records[$index] }
    }
}
