# 'require': gives whether the condition holds; where it is false or cannot be read, this item is blocked, and the rest of its block is left.
function Assert {
    param([string] $RemedyId, [string] $RemedyMessage, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter)
    $RemedyLabel = "require, or: $RemedyMessage"
    if (Test-Forecast $RemedyId $RemedyLabel $RemedyAfter) { return $true }
    try { if (Measure-Condition $RemedyCondition) { Add-Record $RemedyId $RemedyLabel 'ok'; return $true } }
    catch { $RemedyMessage = "cannot be read: $(Get-FailureText $_), needed for: $RemedyMessage" }
    Add-Record $RemedyId $RemedyLabel 'blocked' $RemedyMessage
    $false
}
