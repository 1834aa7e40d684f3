# The one decision: test, what keeps it from being fixed, ShouldProcess, fix, test again.
## After: items whose fix changes what this one reads. Needs: items that provide it. What does not hold only because something before it is not done yet waits for that, and is no cause of
## its own. Skip, Else: what follows where the fix cannot be tried, or has not helped.
function Ensure {
    param(
        [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker
        #remedyc:only Ensure.Else
        , [Alias('Skip')] [scriptblock] $RemedySkip, [Alias('Else')] [scriptblock] $RemedyElse
        #remedyc:end
        #remedyc:only Ensure.After
        , [Alias('After')] [string[]] $RemedyAfter, [Alias('Needs')] [string[]] $RemedyNeeds
        #remedyc:end
    )
    #remedyc:only Ensure.After
    if (Test-Forecast $RemedyId $RemedyLabel ($RemedyAfter + $RemedyNeeds)) { return }
    #remedyc:end
    $RemedyUnread = ''
    try { $RemedyWhy = "$(& $RemedyTest)" } catch { $RemedyWhy = $RemedyUnread = "'$RemedyLabel' cannot be read: $(Get-FailureText $_)" }
    if (-not $RemedyWhy) { return Add-Record $RemedyId $RemedyLabel 'ok' }
    $RemedyBehind = $Remedy.Halt
    #remedyc:only Ensure.After
    if (-not $RemedyBehind) { $RemedyBehind = Find-Outcome ($RemedyAfter + $RemedyNeeds) 'failed', 'restart', 'waiting', 'deviates' }
    if (-not $RemedyBehind) { $RemedyBehind = Find-Outcome $RemedyNeeds 'blocked' }
    #remedyc:end
    if ($RemedyBehind) { return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $RemedyBehind }
    if ($RemedyUnread) { return Add-Record $RemedyId $RemedyLabel 'blocked' $RemedyWhy }
    #remedyc:only NeedsRestart
    if ($Remedy.Session.ContainsKey("Restart $RemedyId")) { return Add-Record $RemedyId $RemedyLabel 'restart' "waiting for restart: $RemedyWhy" }
    #remedyc:end
    if ($Remedy.Rest) { return Add-Record $RemedyId $RemedyLabel 'blocked' "${RemedyWhy}: $($Remedy.Rest)" }
    #remedyc:only Ensure.Else
    if ($RemedySkip) {
        try { if (Measure-Condition $RemedySkip) { return Use-Else $RemedyId $RemedyLabel $RemedyTest $RemedyElse $RemedyWhy } } catch { return Add-Record $RemedyId $RemedyLabel 'blocked' "${RemedyWhy}: whether it can be fixed cannot be read: $(Get-FailureText $_)" }
    }
    #remedyc:end
    try { $RemedyFound = if ($RemedyBlocker) { "$(& $RemedyBlocker)" } } catch { $RemedyFound = "what stands in the way of a fix cannot be read: $(Get-FailureText $_)" }
    if ($RemedyFound) { return Add-Record $RemedyId $RemedyLabel 'blocked' "${RemedyWhy}: $RemedyFound" }
    #remedyc:only Reboot
    if ($null -ne $Remedy.Armed) {
        Request-Restart $Remedy.Armed.Id $Remedy.Armed.Label $Remedy.Armed.Step
        return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $Remedy.Halt
    }
    #remedyc:end
    $RemedyText = "${RemedyId}: $RemedyLabel ($RemedyWhy)"
    #remedyc:only Ensure.Else
    if ($RemedyElse) { $RemedyText += "; where that does not help, what follows its 'else'" }
    #remedyc:end
    if (-not (Test-Approval $RemedyText)) { return Add-Record $RemedyId $RemedyLabel 'deviates' "$(if (-not $Remedy.Preview) { 'declined: ' })$RemedyWhy" }
    #remedyc:only Ensure.Else
    if ($RemedyElse) { return Use-Fix $RemedyId $RemedyLabel $RemedyTest $RemedyFix $RemedyElse }
    #remedyc:end
    Use-Fix $RemedyId $RemedyLabel $RemedyTest $RemedyFix
}
