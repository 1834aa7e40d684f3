# The one decision, with -WhatIf as without: test; where the state does not hold, what keeps it from being fixed; then ShouldProcess, fix, test again.
## After: items whose fix changes what this one reads. Needs: items that provide it.
#remedyc:only Ensure.Else
# Else: what follows where the fix has not helped, or cannot be tried (Skip).
#remedyc:end
function Ensure {
    param(
        [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker,
        #remedyc:only Ensure.Else
        [Alias('Skip')] [scriptblock] $RemedySkip, [Alias('Else')] [scriptblock] $RemedyElse,
        #remedyc:end
        [Alias('After')] [string[]] $RemedyAfter, [Alias('Needs')] [string[]] $RemedyNeeds
    )
    if (Test-Forecast $RemedyId $RemedyLabel ($RemedyAfter + $RemedyNeeds)) { return }
    $RemedyOutcome = ''
    try { $RemedyWhy = Measure-Reason $RemedyTest } catch { $RemedyOutcome = 'blocked'; $RemedyWhy = "'$RemedyLabel' cannot be read: $(Get-FailureText $_)" }
    if ($RemedyWhy -eq '') { return Add-Record $RemedyId $RemedyLabel 'ok' }
    # what does not hold only because something before it is not done yet waits for that, and is no cause of its own
    $RemedyBehind = $Remedy.Halt
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome ($RemedyAfter + $RemedyNeeds) 'failed', 'restart', 'waiting', 'deviates' }
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome $RemedyNeeds 'blocked' }
    if ($RemedyBehind -ne '') { return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $RemedyBehind }
    if ($RemedyOutcome -eq '') {
        $RemedyFound = $Remedy.Rest
        #remedyc:only NeedsRestart
        if ($Remedy.Session.ContainsKey("Restart $RemedyId")) { return Add-Record $RemedyId $RemedyLabel 'restart' "waiting for restart: $RemedyWhy" }
        #remedyc:end
        #remedyc:only Ensure.Else
        $RemedySkips = $false
        if ($RemedyFound -eq '' -and $null -ne $RemedySkip) {
            try { $RemedySkips = Measure-Condition $RemedySkip } catch { $RemedyFound = "whether it can be fixed cannot be read: $(Get-FailureText $_)" }
        }
        if ($RemedySkips) { return Use-Else $RemedyId $RemedyLabel $RemedyTest $RemedyElse $RemedyWhy }
        #remedyc:end
        if ($RemedyFound -eq '' -and $null -ne $RemedyBlocker) {
            try { $RemedyFound = Measure-Reason $RemedyBlocker } catch { $RemedyFound = "what stands in the way of a fix cannot be read: $(Get-FailureText $_)" }
        }
        if ($RemedyFound -ne '') { $RemedyOutcome = 'blocked'; $RemedyWhy += ": $RemedyFound" }
    }
    if ($RemedyOutcome -ne '') { return Add-Record $RemedyId $RemedyLabel $RemedyOutcome $RemedyWhy }
    #remedyc:only Reboot
    if ($null -ne $Remedy.Armed) {
        Request-Restart $Remedy.Armed.Id $Remedy.Armed.Label $Remedy.Armed.Step
        return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $Remedy.Halt
    }
    #remedyc:end
    $RemedyText = "${RemedyId}: $RemedyLabel ($RemedyWhy)"
    #remedyc:only Ensure.Else
    if ($null -ne $RemedyElse) { $RemedyText += "; where that does not help, what follows its 'else'" }
    #remedyc:end
    if (-not (Test-Approval $RemedyText)) { return Add-Record $RemedyId $RemedyLabel 'deviates' "$(if (-not $Remedy.Preview) { 'declined: ' })$RemedyWhy" }
    #remedyc:only Ensure.Else
    if ($null -ne $RemedyElse) { return Use-Fix $RemedyId $RemedyLabel $RemedyTest $RemedyFix $RemedyElse }
    #remedyc:end
    Use-Fix $RemedyId $RemedyLabel $RemedyTest $RemedyFix
}
