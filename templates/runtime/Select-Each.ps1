# 'each': gives the elements, those of a selection sorted by name; none when they cannot be read (one blocked item), in a forecast, in a blocked block.
function Select-Each {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyText,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedySelection
    )
    if ((Get-Barrier) -ne '') { return }
    $RemedyItem = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = 'each in ' + $RemedyText; On = @(); Reads = $RemedyReads; Provides = @() }
    if (Resolve-Obstacle -Item $RemedyItem) { return }
    try { Get-NameOrder -Element @(& $RemedySelection) }
    catch { Write-Record -Item $RemedyItem -Outcome 'blocked' -Why ("'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_)) }
}
