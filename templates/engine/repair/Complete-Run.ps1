# Ends the run: keeps its summary for the next detection, writes it into the log, lets the next run begin, and answers.
function Complete-Run([string] $Outcome, [string] $Line) {
    if ($Remedy.Lasting) {
        try { Save-Mark 'LastRun' "$(Get-ClockText) $Line" } catch { Write-Note "the summary could not be kept: $(Get-FailureText $_)" 2 }
    }
    if ($null -ne $Remedy.Lock) {
        $severity = switch ($Outcome) { { $_ -in 'failed', 'busy' } { 3 } 'blocked' { 2 } default { 1 } }
        Write-Note $Line $severity ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = $Remedy.Dialect[$Outcome][0] })
        $Remedy.Lock.Dispose()
    }
    Write-Answer $Outcome $Line
}
