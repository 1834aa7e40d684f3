# 'warn': a read that is reported and never a verdict.
function Warn([string] $RemedyMessage, [scriptblock] $RemedyCondition) {
    try { if (& $RemedyCondition) { Write-Remark -Text "warning: $RemedyMessage" } }
    catch { Write-Note -Text "'$RemedyMessage' cannot be decided: $(Get-FailureText $_)" }
}
