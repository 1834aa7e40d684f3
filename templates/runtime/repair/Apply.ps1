# 'ensure' among actions: tests, repairs what deviates, tests again; throws when it is blocked or did not help.
function Apply {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyLabel,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyRepair
    )
    $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest
    if ($RemedyVerdict.RemedycVerdict -eq 'holds') { return }
    if ($RemedyVerdict.RemedycVerdict -ne 'deviates') { throw ($RemedyLabel + ': ' + $RemedyVerdict.Why) }
    $RemedyRestart = @(foreach ($RemedyOutput in @(& $RemedyRepair)) {
            if ((Test-Verdict $RemedyOutput) -and $RemedyOutput.RemedycVerdict -eq 'restart') { $RemedyOutput }
        })
    $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest
    $RemedyRestart
    if ($RemedyVerdict.RemedycVerdict -ne 'holds' -and $RemedyRestart.Count -eq 0) { throw ($RemedyLabel + ': still so after the fix: ' + $RemedyVerdict.Why) }
}
