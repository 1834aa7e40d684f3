# 'ensure' among actions: tests, fixes, tests again.
## Throws when something stands in the way or it did not help.
function Apply([string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker) {
    try { $RemedyWhy = "$(& $RemedyTest)" } catch { throw "'$RemedyLabel' cannot be read: $(Get-FailureText $_)" }
    if ($RemedyWhy -eq '') { return }
    $RemedyFound = if ($null -ne $RemedyBlocker) { "$(& $RemedyBlocker)" } else { '' }
    if ($RemedyFound -ne '') { throw "${RemedyLabel}: ${RemedyWhy}: $RemedyFound" }
    $RemedyAsked = $Remedy.Restart
    $Remedy.Restart = ''
    #remedyc:only Invoke-Installer
    $Remedy['Told'] = ''
    #remedyc:end
    & $RemedyFix
    $RemedyWhy = "$(& $RemedyTest)"
    if ($Remedy.Restart -ne '') { return }
    #remedyc:only Invoke-Installer
    if ($RemedyWhy -ne '') { $RemedyWhy += $Remedy.Told }
    #remedyc:end
    if ($RemedyWhy -ne '') { throw "${RemedyLabel}: still so after the fix: $RemedyWhy" }
    $Remedy.Restart = $RemedyAsked
}
