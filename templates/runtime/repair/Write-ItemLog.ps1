# Writes how an item came out into both logs.
function Write-ItemLog {
    param([Parameter(Mandatory)] [pscustomobject] $Record)
    $text = '{0}: {1}: {2}' -f $Record.Id, $Record.Outcome, $Record.Label
    if ($Record.Why -ne '') { $text += ': ' + $Record.Why }
    if ($Record.Behind -ne '') { $text += ' (' + $Record.Behind + ')' }
    $severity = switch ($Record.Outcome) { 'failed' { 3 } 'blocked' { 2 } 'restart' { 2 } 'waiting' { 2 } default { 1 } }
    Write-LogLine -Text $text -Severity $severity
    Write-LogData -Data ([ordered]@{
            kind = 'item'; step = $Record.Step; id = $Record.Id; label = $Record.Label; outcome = $Record.Outcome
            why = $Record.Why; behind = $Record.Behind; milliseconds = [long]$Record.Milliseconds
        })
}
