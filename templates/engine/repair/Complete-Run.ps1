# Ends the run: keeps its summary for the next detection, writes it into the log, lets the next run begin, and answers. A user's remedy keeps it below HKCU.
function Complete-Run {
    param([Parameter(Mandatory)] [string] $Outcome, [string] $Line)
    if ($script:Remedy.Lasting) {
        try { Save-Mark -Name 'LastRun' -Value "$(Get-ClockText) $Line" } catch { Write-Note -Text "the summary could not be kept: $(Get-FailureText -Failure $_)" -Severity 2 }
    }
    if ($null -ne $script:Remedy.Lock) {
        $severity = switch ($Outcome) { { $_ -in 'failed', 'busy' } { 3 } 'blocked' { 2 } default { 1 } }
        Write-Note -Text $Line -Severity $severity -Data ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = $script:Remedy.Dialect[$Outcome][0] })
        $script:Remedy.Lock.Dispose()
    }
    Write-Answer -Outcome $Outcome -Line $Line
}
