# Leaves the summary with its time for the next detection, which says it where something is wrong. Not before the rights are known, and never where nothing may change.
# Where it cannot be written, the line of this run is all the same.
function Save-LastRun {
    param([Parameter(Mandatory)] [string] $Line)
    if (-not $script:Remedy['Lasting']) { return }
    try { Save-Mark -Name 'LastRun' -Value ((Get-ClockText) + ' ' + $Line) }
    catch { Write-Note -Text ('the summary could not be kept: ' + (Get-FailureText -Failure $_)) -Severity 2 }
}
