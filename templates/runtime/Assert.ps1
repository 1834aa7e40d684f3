# 'require': when the condition is false or cannot be read, this item is blocked, and so is the rest of its block.
function Assert {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyId,
        [Parameter(Mandatory, Position = 1)] [string] $RemedyMessage,
        [Parameter(Mandatory)] [Alias('Text')] [string] $RemedyText,
        [Alias('Reads')] [string[]] $RemedyReads = @(),
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyCondition
    )
    $RemedyItem = @{ Id = $RemedyId; Label = 'require ' + $RemedyText; On = @(); Reads = $RemedyReads; Provides = @() }
    if (Resolve-Obstacle -Item $RemedyItem) { return }
    try { $RemedyWhy = if (Measure-Condition -RemedyCondition $RemedyCondition) { '' } else { $RemedyMessage } }
    catch { $RemedyWhy = "'$RemedyText' cannot be read: " + (Get-FailureText -Failure $_) }
    if ($RemedyWhy -eq '') { Write-Record -Item $RemedyItem -Outcome 'ok' }
    else {
        Write-Record -Item $RemedyItem -Outcome 'blocked' -Why $RemedyWhy
        Add-Barrier -Id $RemedyId
    }
}
