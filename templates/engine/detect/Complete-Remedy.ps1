# The verdict: NONCOMPLIANT where a remediation would act, BLOCKED where none can.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    $parts = $Remedy.Blocked + $Remedy.Deviating
    $word = if ($Remedy.Deviating) { 'NONCOMPLIANT' } elseif ($parts) { 'BLOCKED' } else { 'COMPLIANT' }
    if ($word -eq 'NONCOMPLIANT') { $parts[0] = "$($Remedy.Deviating.Count) of $($Remedy.Checks): $($parts[0])" }
    if ($word -eq 'COMPLIANT') { $parts = @('{0} check{1} in {2:0.0} s' -f $Remedy.Checks, $(if ($Remedy.Checks -ne 1) { 's' }), (((Get-Tick) - $Remedy.Started) / 1000)) }
    #remedyc:only Write-Remark
    $parts += $Remedy.Remarks
    #remedyc:end
    Write-Answer $word ($parts -join '; ')
}
