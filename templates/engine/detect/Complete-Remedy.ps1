# The verdict after the last step: NONCOMPLIANT where a remediation would act, BLOCKED where none can.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    $parts = @($Remedy.Blocked) + @($Remedy.Deviating)
    $word = if ($Remedy.Deviating.Count -gt 0) { 'NONCOMPLIANT' } elseif ($parts.Count -gt 0) { 'BLOCKED' } else { 'COMPLIANT' }
    if ($word -eq 'NONCOMPLIANT') { $parts[0] = "$($Remedy.Deviating.Count) of $($Remedy.Checks): $($parts[0])" }
    if ($word -eq 'COMPLIANT') {
        $checks = if ($Remedy.Checks -eq 1) { '1 check' } else { "$($Remedy.Checks) checks" }
        $parts = @('{0} in {1:0.0} s' -f $checks, (((Get-Tick) - $Remedy.Started) / 1000))
    }
    Write-Answer $word (($parts + $Remedy.Remarks) -join '; ')
}
