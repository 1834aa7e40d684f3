# 'ensure' among actions: tests, fixes, tests again; throws when something stands in the way or it did not help.
function Apply {
    param([Parameter(Mandatory)] [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker)
    try { $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest } catch { throw "'$RemedyLabel' cannot be read: $(Get-FailureText -Failure $_)" }
    if ($RemedyWhy -eq '') { return }
    $RemedyFound = if ($null -ne $RemedyBlocker) { Measure-Reason -RemedyBlock $RemedyBlocker } else { '' }
    if ($RemedyFound -ne '') { throw "${RemedyLabel}: ${RemedyWhy}: $RemedyFound" }
    $RemedyRestart = $false
    # handed on at once: what needs a restart says so before it acts
    & $RemedyFix | ForEach-Object { if (Test-RestartNeed $_) { $RemedyRestart = $true; $_ } }
    $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest
    if ($RemedyWhy -ne '' -and -not $RemedyRestart) { throw "${RemedyLabel}: still so after the fix: $RemedyWhy" }
}
