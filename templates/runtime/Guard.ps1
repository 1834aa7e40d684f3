# 'when': gives $true or $false, and $null when neither branch may run (unreadable, in a forecast, in a blocked block).
function Guard {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyText,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyCondition
    )
    if ((Get-Barrier) -ne '') { return $null }
    $RemedyItem = @{ Id = $script:Remedy.Step; Kind = 'guard'; Label = 'when ' + $RemedyText; On = @(); Reads = $RemedyReads; Provides = @() }
    if (Resolve-Obstacle -Item $RemedyItem) { return $null }
    try { Measure-Condition -RemedyCondition $RemedyCondition }
    catch {
        Write-Record -Item $RemedyItem -Outcome 'blocked' -Why ("'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_))
        $null
    }
}
