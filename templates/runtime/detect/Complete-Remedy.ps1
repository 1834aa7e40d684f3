# After the last step: the summary line and the exit code that the channel expects.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    #remedyc:only Context.Restarts
    Write-DueRemark
    #remedyc:end
    #remedyc:only Reboot
    Write-ArmedRemark
    #remedyc:end
    $outcome = Get-DetectOutcome
    $tail = ''
    #remedyc:only Context.LastRun
    # after a remediation that did not succeed nothing else tells the administrator why
    if ($outcome -ne 'compliant') { $tail = Get-LastRunText }
    #remedyc:end
    Write-Answer -Outcome $outcome -Line ((Get-SummaryLine -Outcome $outcome -Limit (2048 - $tail.Length)) + $tail)
}
