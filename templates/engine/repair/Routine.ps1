# 'check' that is due by its time alone: runs its actions, and notes when they were done.
## The mark of the attempt comes before the actions: those that end the run must not be repeated for ever.
function Routine {
    param(
        [string] $RemedyId, [string] $RemedyTitle, [timespan] $RemedyEvery, [scriptblock] $RemedyActions,
        [Alias('Require')] [scriptblock] $RemedyRequire
        #remedyc:only Ensure.After
        , [Alias('After')] [string[]] $RemedyAfter, [Alias('Needs')] [string[]] $RemedyNeeds
        #remedyc:end
    )
    $RemedyMark = "Check $RemedyId"
    $RemedyOrder = @{}
    #remedyc:only Ensure.After
    $RemedyOrder.After, $RemedyOrder.Needs = $RemedyAfter, $RemedyNeeds
    #remedyc:end
    Ensure $RemedyId $RemedyTitle @RemedyOrder {
        Find-Due $Remedy.Marks["Done $RemedyId"] $RemedyTitle $RemedyEvery
    } {
        Save-Mark $RemedyMark "$(Get-ClockText) ran $($Remedy.Fingerprint)"
        $Remedy.Acting = $true
        try { & $RemedyActions } finally { $Remedy.Acting = $false }
        Save-Mark "Done $RemedyId" "$(Get-ClockText) $RemedyTitle"
        Clear-SavedMark $RemedyMark
    } -Blocker {
        $RemedyRecent = Get-RecentText $RemedyMark
        if ($RemedyRecent -ne '') { $RemedyRecent } elseif ($null -ne $RemedyRequire) { & $RemedyRequire }
    }
}
