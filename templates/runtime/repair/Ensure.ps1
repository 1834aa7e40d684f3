# 'ensure': tests an item, and repairs it when it deviates and its blocker says nothing.
function Ensure {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyLabel,
        [Parameter(Mandatory)] [Alias('On')] [string[]] $RemedyOn,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Alias('Provides')] [string[]] $RemedyProvides = @(),
        [Alias('Blocker')] [scriptblock] $RemedyBlocker,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory, Position = 3)] [scriptblock] $RemedyRepair
    )
    $RemedyItem = @{ Id = $RemedyId; Label = $RemedyLabel; On = $RemedyOn; Reads = $RemedyReads; Provides = $RemedyProvides; Blocker = $RemedyBlocker }
    $RemedyVerdict = Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
    if ($null -ne $RemedyVerdict -and (Confirm-Change -Item $RemedyItem -Why $RemedyVerdict.Why)) {
        Use-Repair -RemedyItem $RemedyItem -RemedyTest $RemedyTest -RemedyRepair $RemedyRepair
    }
}
