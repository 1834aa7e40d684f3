# 'ensure': tests an item; what deviates would be fixed.
function Ensure {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyLabel,
        [Parameter(Mandatory)] [Alias('On')] [string[]] $RemedyOn,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Alias('Provides')] [string[]] $RemedyProvides = @(),
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyTest
    )
    $RemedyItem = @{ Id = $RemedyId; Label = $RemedyLabel; On = $RemedyOn; Reads = $RemedyReads; Provides = $RemedyProvides }
    $RemedyVerdict = Resolve-Item -RemedyItem $RemedyItem -RemedyTest $RemedyTest
    if ($null -ne $RemedyVerdict) { Write-Plan -Item $RemedyItem -Why $RemedyVerdict.Why }
}
