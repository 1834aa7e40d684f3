# Writes the summary line into both logs.
function Write-Summary {
    param([Parameter(Mandatory)] [string] $Outcome, [Parameter(Mandatory)] [string] $Line)
    $severity = switch ($Outcome) { 'failed' { 3 } 'busy' { 3 } 'blocked' { 2 } default { 1 } }
    Write-LogLine -Text $Line -Severity $severity
    Write-LogData -Data ([ordered]@{ kind = 'summary'; outcome = $Outcome; summary = $Line; exitcode = [long]$script:Remedy.Dialect[$Outcome][0] })
}
