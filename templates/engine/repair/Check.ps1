# 'check': tests a condition and runs its actions when it is false.
## What did not help is not tried again for a day.
## The mark comes before the actions: those that end the run must not be repeated for ever. It goes where nothing limits how often they run.
function Check {
    param(
        [string] $RemedyId, [string] $RemedyTitle, [scriptblock] $RemedyCondition, [scriptblock] $RemedyActions, [Alias('Every')] [timespan] $RemedyEvery = [timespan]::Zero,
        [Alias('Require')] [scriptblock] $RemedyRequire, [Alias('After')] [string[]] $RemedyAfter, [Alias('Needs')] [string[]] $RemedyNeeds
    )
    $RemedyMark = "Check $RemedyId"
    Ensure $RemedyId $RemedyTitle -After $RemedyAfter -Needs $RemedyNeeds {
        if (-not (Measure-Condition $RemedyCondition)) { "'$RemedyTitle' does not hold" }
    } {
        Save-Mark $RemedyMark "$(Get-ClockText) ran $($Remedy.Fingerprint)"
        $Remedy.Acting = $true
        try { & $RemedyActions } finally { $Remedy.Acting = $false }
    } -Blocker {
        $RemedyRecent = Get-RecentText $RemedyMark $RemedyEvery
        if ($RemedyRecent -ne '') { $RemedyRecent } elseif ($null -ne $RemedyRequire) { & $RemedyRequire }
    }
    if ($Remedy.Outcomes[$RemedyId] -ne 'fixed' -or -not $Remedy.Marks.ContainsKey($RemedyMark)) { return }
    if ($RemedyEvery -gt [timespan]::Zero) { Save-Mark $RemedyMark $Remedy.Marks[$RemedyMark].Replace(' ran ', ' helped ') } else { Clear-SavedMark $RemedyMark }
}
