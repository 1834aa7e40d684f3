# The one decision, with -WhatIf as without: test; where the state does not hold, what keeps it from being fixed; then ShouldProcess, fix, test again.
# After: items whose fix changes what this one reads. Needs: items that provide it.
function Ensure {
    param(
        [Parameter(Mandatory)] [string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyFix, [Alias('Blocker')] [scriptblock] $RemedyBlocker,
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
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome -Id ($RemedyAfter + $RemedyNeeds) -Outcome 'failed', 'restart', 'deviates' }
    if ($RemedyBehind -eq '') { $RemedyBehind = Find-Outcome -Id $RemedyNeeds -Outcome 'blocked' }
    if ($RemedyBehind -ne '') { return Add-Record $RemedyId $RemedyLabel 'waiting' $RemedyWhy $RemedyBehind }
    if ($RemedyOutcome -eq '' -and $script:Remedy.Session.ContainsKey("Restart $RemedyId")) {
        $RemedyOutcome = 'restart'
        $RemedyWhy = "waiting for restart: $RemedyWhy"
    }
    if ($RemedyOutcome -eq '') {
        $RemedyFound = Get-SpentText
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
    if (-not $script:Remedy.Cmdlet.ShouldProcess($RemedyText, $RemedyText, $script:Remedy.Title)) {
        return Add-Record $RemedyId $RemedyLabel 'deviates' $(if ($script:Remedy.Preview) { $RemedyWhy } else { "declined: $RemedyWhy" })
    }
    Use-Fix -RemedyId $RemedyId -RemedyLabel $RemedyLabel -RemedyTest $RemedyTest -RemedyFix $RemedyFix
}
