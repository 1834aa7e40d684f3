# The unit of reporting: walks its items in order.
function Step {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyName,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyBody
    )
    Enter-Step -Name $RemedyName -Title $RemedyTitle
    Use-StepBody -RemedyBody $RemedyBody
    Exit-Step
}
