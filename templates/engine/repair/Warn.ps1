# 'warn': a read that is reported and never a verdict.
function Warn {
    param([Parameter(Mandatory)] [string] $RemedyId, [string] $RemedyMessage, [scriptblock] $RemedyCondition, [Alias('After')] [string[]] $RemedyAfter = @())
    if ($script:Remedy.Preview -and (Find-Outcome -Id $RemedyAfter -Outcome 'deviates', 'after') -ne '') { return }
    try { if (Measure-Condition -RemedyCondition $RemedyCondition) { Write-Remark -Text "warning: $RemedyMessage" -Id $RemedyId } }
    catch { Write-Note -Text "${RemedyId}: '$RemedyMessage' cannot be decided: $(Get-FailureText -Failure $_)" }
}
