# The verdict after the last step: NONCOMPLIANT where a remediation would act, BLOCKED where none can.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    Write-Answer $(if ($Remedy.Deviating.Count -gt 0) { 'NONCOMPLIANT' } elseif ($Remedy.Blocked.Count -gt 0) { 'BLOCKED' } else { 'COMPLIANT' })
}
