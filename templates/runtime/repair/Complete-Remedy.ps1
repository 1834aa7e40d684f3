# After the last step: marks, log, the summary line and the exit code that the channel expects.
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
    $outcome = if ($script:Remedy.Preview) { Get-DetectOutcome } else { Get-RepairOutcome }
    $line = Get-SummaryLine -Outcome $outcome
    if (-not $script:Remedy.Preview) { Write-RunMark -Outcome $outcome -Why "$(Get-SummaryPart | Select-Object -First 1)" }
    Save-LastRun -Line $line
    Write-Summary -Outcome $outcome -Line $line
    Close-Lock
    Write-Answer -Outcome $outcome -Line $line
}
