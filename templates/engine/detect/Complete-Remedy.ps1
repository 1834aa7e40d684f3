# The verdict: NONCOMPLIANT where a remediation would act, BLOCKED where none can.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    $why = $Remedy.Blocked + $Remedy.Deviating
    #remedyc:only Write-Remark
    $why += $Remedy.Remarks
    #remedyc:end
    if ($Remedy.Deviating) { Write-Answer 'NONCOMPLIANT' "$($Remedy.Deviating.Count) of $($Remedy.Checks): $($why -join '; ')" }
    if ($Remedy.Blocked) { Write-Answer 'BLOCKED' ($why -join '; ') }
    $took = '{0} check{1} in {2:0.0} s' -f $Remedy.Checks, $(if ($Remedy.Checks -ne 1) { 's' }), ((Get-Clock) - $Remedy.Started).TotalSeconds
    Write-Answer 'COMPLIANT' ((@($took) + $why) -join '; ')
}
