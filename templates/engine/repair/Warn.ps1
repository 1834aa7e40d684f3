# 'warn': a read that is reported and never a verdict.
function Warn(
    [string] $RemedyId, [string] $RemedyMessage, [scriptblock] $RemedyCondition
    #remedyc:only Condition.After
    , [Alias('After')] [string[]] $RemedyAfter
    #remedyc:end
) {
    #remedyc:only Condition.After
    if ($Remedy.Preview -and (Find-Outcome $RemedyAfter 'deviates', 'after') -ne '') { return }
    #remedyc:end
    try { if (Measure-Condition $RemedyCondition) { Write-Remark "warning: $RemedyMessage" $RemedyId } }
    catch { Write-Note "${RemedyId}: '$RemedyMessage' cannot be decided: $(Get-FailureText $_)" }
}
