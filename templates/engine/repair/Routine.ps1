# 'check' that is due by its time alone: runs its actions, and notes when they were done.
## The mark of the attempt comes before the actions: those that end the run must not be repeated for ever.
function Routine(
    [string] $Id, [string] $Title, [timespan] $Every, [scriptblock] $Actions,
    [scriptblock] $Require
    #remedyc:only Ensure.After
    , [string[]] $After, [string[]] $Needs
    #remedyc:end
) {
    $mark = "Check $Id"
    $order = @{}
    #remedyc:only Ensure.After
    $order.After, $order.Needs = $After, $Needs
    #remedyc:end
    Ensure $Id $Title @order {
        Find-Due $Remedy.Marks["Done $Id"] $Title $Every
    } {
        Save-Mark $mark "$(Get-ClockText) ran $($Remedy.Fingerprint)"
        $Remedy.Acting = $true
        try { & $Actions } finally { $Remedy.Acting = $false }
        Save-Mark "Done $Id" "$(Get-ClockText) $Title"
        Clear-SavedMark $mark
    } -Blocker {
        $recent = Get-RecentText $mark
        if ($recent) { $recent } elseif ($Require) { & $Require }
    }
}
