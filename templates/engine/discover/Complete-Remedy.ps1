# The verdict: NONCOMPLIANT where a remediation would act, BLOCKED where none can.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    Write-Answer $(if ($Remedy.Deviating) { 'NONCOMPLIANT' } elseif ($Remedy.Blocked) { 'BLOCKED' } else { 'COMPLIANT' })
}
