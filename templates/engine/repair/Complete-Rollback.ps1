# Ends a rollback with its outcome and summary line: what failed, then what was left, each with its reason.
function Complete-Rollback([pscustomobject] $Sum, [string] $Head, [string] $Run) {
    $outcome = if ($Sum.Failed.Count -gt 0) { 'failed' } elseif ($Sum.Declined -gt 0) { 'noncompliant' } elseif ($Sum.Left.Count -gt 0) { 'blocked' } elseif ($Sum.Restart) { 'restart' } else { 'compliant' }
    $word = if ($outcome -eq 'failed') { 'FAILED' } elseif ($Remedy.Preview) { $outcome.ToUpperInvariant() } else { 'UNDONE' }
    $count = $Sum.Undone + $Sum.Declined + $Sum.Left.Count + $Sum.Failed.Count
    $parts = @(
        "$word $Head $(if ($Remedy.Preview) { "$($Sum.Declined) of $count would be undone" } else { "$($Sum.Undone) of $count undone" }), of the $Run"
        if ($Sum.Declined -gt 0 -and -not $Remedy.Preview) { "$($Sum.Declined) declined" }
        if ($Sum.Restart) { 'restart needed' }
        if ($Sum.Failed.Count -gt 0) { "failed: $($Sum.Failed -join '; ')" }
        if ($Sum.Left.Count -gt 0) { "left: $($Sum.Left -join '; ')" }
    )
    Complete-Run $outcome (ConvertTo-Line ($parts -join '; ') -Limit 2048)
}
