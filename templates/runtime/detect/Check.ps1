# 'check': tests a condition; when it is false, its actions would run.
function Check {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
        [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
        [Alias('On')] [string[]] $RemedyOn = @(),
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Alias('Every')] [timespan] $RemedyEvery = [timespan]::Zero,
        [Alias('Require')] [scriptblock] $RemedyRequire,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
    )
    $RemedyItem = @{ Id = $RemedyId; Label = $RemedyTitle; On = $RemedyOn; Reads = $RemedyReads; Provides = @() }
    $RemedyTest = { Measure-Check -RemedyItem $RemedyItem -RemedyText $RemedyText -RemedyCondition $RemedyCondition }
    $RemedyVerdict = Resolve-Check -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyEvery $RemedyEvery -RemedyRequire $RemedyRequire
    if ($null -ne $RemedyVerdict) { Write-Plan -Item $RemedyItem -Why $RemedyVerdict.Why }
}
