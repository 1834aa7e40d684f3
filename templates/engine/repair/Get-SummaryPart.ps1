# Gives the summary's parts: what failed (with the first cause, or what was seen beside it), what is blocked, what deviates, and what depends on these with its own reason.
function Get-SummaryPart([hashtable] $Found) {
    foreach ($outcome in 'failed', 'blocked', 'restart', 'deviates') {
        foreach ($record in $Found[$outcome]) {
            "$($record.Step): $(if ($record.Why -eq '') { $record.Label } else { $record.Why })$(if ($record.Causes.Count -gt 0) { "; cause: $($record.Causes[0])" } elseif ($record.Seen.Count -gt 0) { "; $($record.Seen[0])" })"
        }
    }
    foreach ($record in $Remedy.Records) {
        if ($record.Outcome -eq 'waiting') { "$($record.Id) waits for $($record.Behind)$(if ($record.Why -ne '') { ": $($record.Why)" })" }
        elseif ($record.Outcome -eq 'after') { "$($record.Id) after $($record.Behind)" }
    }
}
