# The unit of reporting: walks its items in order; when one fails, looks for the cause.
function Step {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyName,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyBody,
        [Parameter(Position = 3)] [scriptblock] $RemedyDiagnosis
    )
    Enter-Step -Name $RemedyName -Title $RemedyTitle
    Use-StepBody -RemedyBody $RemedyBody
    if ($null -ne $RemedyDiagnosis -and -not $script:Remedy.Preview) { Use-Diagnosis -RemedyDiagnosis $RemedyDiagnosis }
    Exit-Step
}
