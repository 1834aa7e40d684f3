# 'warn': is reported, never a verdict.
function Warn(
    [string] $Id, [string] $Message, [scriptblock] $Condition
    #remedyc:only Condition.After
    , [string[]] $After
    #remedyc:end
) {
    #remedyc:only Condition.After
    if ($Remedy.Preview -and (Find-Outcome $After 'deviates', 'after')) { return }
    #remedyc:end
    try { if (Measure-Condition $Condition) { Write-Remark "warning: $Message" $Id } }
    catch { Write-Note "${Id}: '$Message' cannot be decided: $(Get-FailureText $_)" }
}
