# 'warn': a read that is reported and never a verdict.
function Warn {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyMessage,
        [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
    )
    if ((Get-Barrier) -ne '' -or (Find-First -Table $script:Remedy.Pending -Identity $RemedyReads) -ne '') { return }
    try {
        if (Measure-Condition -RemedyCondition $RemedyCondition) { Write-Remark -Text "warning: $RemedyMessage" -Id $RemedyId }
    }
    catch { Write-Note -Text ("$RemedyId`: '$RemedyText' cannot be read: " + (Get-FailureText -Failure $_)) }
}
