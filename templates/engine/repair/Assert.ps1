# 'require': gives whether it holds; where it does not, the item is blocked or waits.
## Where it is false or cannot be read, this item is blocked, or waits for what before it is not done yet, and the rest of its block is left.
function Assert([string] $RemedyId, [string] $RemedyMessage, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter) {
    $RemedyLabel = "require, or: $RemedyMessage"
    if (Test-Forecast $RemedyId $RemedyLabel $RemedyAfter) { return $true }
    try { if (Measure-Condition $RemedyCondition) { Add-Record $RemedyId $RemedyLabel 'ok'; return $true } }
    catch { $RemedyMessage = "cannot be read: $(Get-FailureText $_), needed for: $RemedyMessage" }
    $RemedyBehind = $Remedy.Halt
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome $RemedyAfter 'failed', 'restart', 'waiting', 'deviates' }
    Add-Record $RemedyId $RemedyLabel $(if ($RemedyBehind -eq '') { 'blocked' } else { 'waiting' }) $RemedyMessage $RemedyBehind
    $false
}
