# The one decision, with -WhatIf as without: test; where the state does not hold, what keeps it from being fixed; then ShouldProcess, fix, test again.
# After: items whose fix changes what this one reads. Needs: items that provide it.
#remedyc:only Ensure.Else
# Else: what follows where the fix has not helped, or cannot be tried (Skip).
#remedyc:end
function Ensure {
    param(
        [Parameter(Mandatory)] [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker,
        #remedyc:only Ensure.Else
        [Alias('Skip')] [scriptblock] $RemedySkip, [Alias('Else')] [scriptblock] $RemedyElse,
        #remedyc:end
        [Alias('After')] [string[]] $RemedyAfter = @(), [Alias('Needs')] [string[]] $RemedyNeeds = @()
    )
    if (Test-Forecast -Id $RemedyId -Label $RemedyLabel -After ($RemedyAfter + $RemedyNeeds)) { return }
    $RemedyOutcome = 'blocked'
    try {
        $RemedyWhy = Measure-Reason -RemedyBlock $RemedyTest
        if ($RemedyWhy -eq '') { return Add-Record $RemedyId $RemedyLabel 'ok' }
        $RemedyOutcome = ''
    }
    catch { $RemedyWhy = "'$RemedyLabel' cannot be read: $(Get-FailureText -Failure $_)" }
    # what does not hold only because something before it is not done yet waits for that, and is no cause of its own
    $RemedyBehind = $script:Remedy.Halt
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome -Id ($RemedyAfter + $RemedyNeeds) -Outcome 'failed', 'restart', 'waiting', 'deviates' }
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome -Id $RemedyNeeds -Outcome 'blocked' }
    if ($RemedyBehind -ne '') { return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $RemedyBehind }
    if ($RemedyOutcome -eq '' -and $script:Remedy.Session.ContainsKey("Restart $RemedyId")) {
        $RemedyOutcome = 'restart'
        $RemedyWhy = "waiting for restart: $RemedyWhy"
    }
    if ($RemedyOutcome -eq '') {
        $RemedyFound = Get-SpentText
        #remedyc:only Ensure.Else
        $RemedySkips = $false
        if ($RemedyFound -eq '' -and $null -ne $RemedySkip) {
            try { $RemedySkips = Measure-Condition -RemedyCondition $RemedySkip } catch { $RemedyFound = "whether it can be fixed cannot be read: $(Get-FailureText -Failure $_)" }
        }
        if ($RemedySkips) { return Use-Else $RemedyId $RemedyLabel $RemedyTest $RemedyElse $RemedyWhy }
        #remedyc:end
        if ($RemedyFound -eq '' -and $null -ne $RemedyBlocker) {
            try { $RemedyFound = Measure-Reason -RemedyBlock $RemedyBlocker } catch { $RemedyFound = "what stands in the way of a fix cannot be read: $(Get-FailureText -Failure $_)" }
        }
        if ($RemedyFound -ne '') {
            $RemedyOutcome = 'blocked'
            $RemedyWhy += ": $RemedyFound"
        }
    }
    if ($RemedyOutcome -ne '') { return Add-Record $RemedyId $RemedyLabel $RemedyOutcome $RemedyWhy }
    #remedyc:only Reboot
    if ($null -ne $script:Remedy.Armed) {
        Request-Restart -Id $script:Remedy.Armed.Id -Label $script:Remedy.Armed.Label -Step $script:Remedy.Armed.Step
        return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $script:Remedy.Halt
    }
    #remedyc:end
    $RemedyText = ConvertTo-Line (Add-AccountName "${RemedyId}: $RemedyLabel ($RemedyWhy)") -Limit 1000
    #remedyc:only Ensure.Else
    if ($null -ne $RemedyElse) { $RemedyText += "; where that does not help, what follows its 'else'" }
    #remedyc:end
    if (-not $script:Remedy.Cmdlet.ShouldProcess($RemedyText, $RemedyText, $script:Remedy.Title)) {
        return Add-Record $RemedyId $RemedyLabel 'deviates' $(if ($script:Remedy.Preview) { $RemedyWhy } else { "declined: $RemedyWhy" })
    }
    #remedyc:only Ensure.Else
    if ($null -ne $RemedyElse) { return Use-Fix -RemedyId $RemedyId -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest -RemedyFix $RemedyFix -RemedyElse $RemedyElse }
    #remedyc:end
    Use-Fix -RemedyId $RemedyId -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest -RemedyFix $RemedyFix
}
