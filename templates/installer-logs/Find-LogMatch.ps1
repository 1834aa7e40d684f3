# The matches of a pattern in a log, as long as the budget lasts.
## The matches of a pattern in a log's text as long as the run's budget lasts, at most First.
## One after the other: a collection of all matches of a long log takes hundreds of megabytes. A single match may take 5 s.
function Find-LogMatch([string] $Text, [string] $Pattern, [int] $First = 5000) {
    $budget = Get-SearchBudget
    if ($budget.Milliseconds -le 0) { return }
    $begin = Get-Tick
    try {
        $match = [regex]::Match($Text, $Pattern, 'Multiline', [timespan]::FromMilliseconds([Math]::Min([long]5000, $budget.Milliseconds)))
        while ($match.Success -and $First-- -gt 0 -and $budget.Matches-- -gt 0 -and (Get-Tick) - $begin -lt $budget.Milliseconds) {
            $match
            $match = $match.NextMatch()
        }
    }
    catch [Text.RegularExpressions.RegexMatchTimeoutException] { Write-Note 'a log was searched for 5 s without an answer; its rest is left out' }
    finally { $budget.Milliseconds -= (Get-Tick) - $begin }
}
