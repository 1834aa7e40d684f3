# 'check': tests a condition and runs its actions when it is false; what did not help is not tried again for a day.
function Check {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyTitle,
        [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
        [Alias('On')] [string[]] $RemedyOn = @(),
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Alias('Every')] [timespan] $RemedyEvery = [timespan]::Zero,
        [Alias('Require')] [scriptblock] $RemedyRequire,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition,
        [Parameter(Mandatory, Position = 3)] [scriptblock] $RemedyActions
    )
    $RemedyItem = @{ Id = $RemedyId; Label = $RemedyTitle; On = $RemedyOn; Reads = $RemedyReads; Provides = @() }
    $RemedyTest = { Measure-Check -RemedyItem $RemedyItem -RemedyText $RemedyText -RemedyCondition $RemedyCondition }
    $RemedyVerdict = Resolve-Check -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyEvery $RemedyEvery -RemedyRequire $RemedyRequire
    if ($null -eq $RemedyVerdict -or -not (Confirm-Change -Item $RemedyItem -Why $RemedyVerdict.Why)) { return }
    Use-Repair -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyRepair { Use-Action -RemedyItem $RemedyItem -RemedyActions $RemedyActions }
    Complete-Check -Item $RemedyItem -Every $RemedyEvery
}
