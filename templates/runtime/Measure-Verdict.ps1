# Runs a test and gives its verdict: blocked when it raises (unreadable), failed unless it gives exactly one. What is raised need not name the thing, so the label does.
function Measure-Verdict {
    param([Parameter(Mandatory)] [string] $RemedyLabel, [Parameter(Mandatory)] [scriptblock] $RemedyTest)
    try { $RemedyOutput = @(& $RemedyTest) }
    catch { return Blocked ("'$RemedyLabel' cannot be read: " + (Get-FailureText -Failure $_)) }
    if ($RemedyOutput.Count -eq 1 -and (Test-Verdict $RemedyOutput[0])) { return $RemedyOutput[0] }
    [pscustomobject]@{ RemedycVerdict = 'failed'; Why = "the test of '$RemedyLabel' gave $($RemedyOutput.Count) values instead of one verdict" }
}
