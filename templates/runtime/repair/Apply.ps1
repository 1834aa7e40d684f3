# 'ensure' among actions: tests, repairs what deviates, tests again; throws when it is blocked or did not help.
function Apply {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $RemedyLabel,
        [Parameter(Mandatory, Position = 1)] [scriptblock] $RemedyTest,
        [Parameter(Mandatory, Position = 2)] [scriptblock] $RemedyRepair,
        [Alias('Blocker')] [scriptblock] $RemedyBlocker
    )
    $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest
    if ($RemedyVerdict.RemedycVerdict -eq 'holds') { return }
    if ($RemedyVerdict.RemedycVerdict -ne 'deviates') { throw ($RemedyLabel + ': ' + $RemedyVerdict.Why) }
    $RemedyFound = if ($null -ne $RemedyBlocker) { Measure-Blocker -RemedyBlocker $RemedyBlocker } else { '' }
    if ($RemedyFound -ne '') { throw ($RemedyLabel + ': ' + $RemedyVerdict.Why + ': ' + $RemedyFound) }
    $RemedyRestart = $false
    # handed on at once: what needs a restart says so before it acts
    & $RemedyRepair | ForEach-Object {
        if (Test-RestartNeed $_) { $RemedyRestart = $true; $_ }
    }
    $RemedyVerdict = Measure-Verdict -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest
    if ($RemedyVerdict.RemedycVerdict -ne 'holds' -and -not $RemedyRestart) { throw ($RemedyLabel + ': still so after the fix: ' + $RemedyVerdict.Why) }
}
