# After the last step: the outcome of the run, its summary line, and what the next run has to know.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    #remedyc:only Context.Restarts
    Write-DueRemark
    #remedyc:end
    #remedyc:only Reboot
    # a restart that is due and that nothing waits for is a remark
    if ($null -ne $script:Remedy.Armed) { Write-Remark -Id $script:Remedy.Armed.Id -Text "a restart is due: $($script:Remedy.Armed.Label)" }
    #remedyc:end
    $parts = @(Get-SummaryPart)
    $outcome = Get-RunOutcome
    if (-not $script:Remedy.Preview) { Write-RunMark -Outcome $outcome -Why ([string]($parts | Select-Object -First 1)) }
    Complete-Run -Outcome $outcome -Line (Get-SummaryLine -Outcome $outcome -Part $parts)
}
