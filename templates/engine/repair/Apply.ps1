# 'ensure' among actions: tests, fixes, tests again.
## Throws when something stands in the way or it did not help.
function Apply([string] $Label, [scriptblock] $Test, [scriptblock] $Fix, [scriptblock] $Blocker) {
    try { $why = "$(& $Test)" } catch { throw "'$Label' cannot be read: $(Get-FailureText $_)" }
    if (-not $why) { return }
    $found = if ($Blocker) { "$(& $Blocker)" }
    if ($found) { throw "${Label}: ${why}: $found" }
    $asked = $Remedy.Restart
    $Remedy.Restart = ''
    #remedyc:only Invoke-Installer
    $Remedy['Told'] = ''
    #remedyc:end
    & $Fix
    $why = "$(& $Test)"
    if ($Remedy.Restart) { return }
    #remedyc:only Invoke-Installer
    if ($why) { $why += $Remedy.Told }
    #remedyc:end
    if ($why) { throw "${Label}: still so after the fix: $why" }
    $Remedy.Restart = $asked
}
