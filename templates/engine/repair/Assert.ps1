# 'require': where it does not hold, the item is blocked or waits.
## Where it is false or cannot be read, this item is blocked, or waits for what before it is not done yet, and the rest of its block is left.
function Assert(
    [string] $Id, [string] $Message, [scriptblock] $Condition
    #remedyc:only Condition.After
    , [string[]] $After
    #remedyc:end
) {
    $label = "require, or: $Message"
    #remedyc:only Condition.After
    if (Test-Forecast $Id $label $After) { return $true }
    #remedyc:end
    try { if (Measure-Condition $Condition) { Add-Record $Id $label 'ok'; return $true } }
    catch { $Message = "cannot be read: $(Get-FailureText $_), needed for: $Message" }
    $behind = $Remedy.Halt
    #remedyc:only Condition.After
    if (-not $behind) { $behind = Find-Outcome $After 'failed', 'restart', 'waiting', 'deviates' }
    #remedyc:end
    Add-Record $Id $label $(if ($behind) { 'waiting' } else { 'blocked' }) $Message $behind
    $false
}
