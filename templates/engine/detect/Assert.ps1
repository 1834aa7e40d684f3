# 'require': gives whether the condition holds; where it does not, that is a finding.
## Where it is false or cannot be read, that is a finding, and the rest of its block is not looked at.
function Assert([string] $RemedyMessage, [scriptblock] $RemedyCondition) {
    $Remedy.Checks++
    try { if (& $RemedyCondition) { return $true } }
    catch { $RemedyMessage = "cannot be read: $(Get-FailureText $_), needed for: $RemedyMessage" }
    Add-Finding 'Blocked' $RemedyMessage
    $false
}
