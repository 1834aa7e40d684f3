# After the last step: the summary line and the exit code that the channel expects.
function Complete-Remedy {
    #remedyc:only Context.Stops
    Resume-Left
    #remedyc:end
    #remedyc:only Reboot
    Write-ArmedRemark
    #remedyc:end
    $outcome = Get-DetectOutcome
    Write-Answer -Outcome $outcome -Line (Get-SummaryLine -Outcome $outcome)
}
