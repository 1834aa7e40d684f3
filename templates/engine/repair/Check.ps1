# 'check': runs its actions when a condition is false.
## What did not help is not tried again for a day.
## The mark comes before the actions: those that end the run must not be repeated for ever. It goes where nothing limits how often they run.
function Check(
    [string] $Id, [string] $Title, [scriptblock] $Condition, [scriptblock] $Actions, [timespan] $Every = [timespan]::Zero,
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
        if (-not (Measure-Condition $Condition)) { "'$Title' does not hold" }
    } {
        Save-Mark $mark "$(Get-ClockText) ran $($Remedy.Fingerprint)"
        $Remedy.Acting = $true
        try { & $Actions } finally { $Remedy.Acting = $false }
    } -Blocker {
        $recent = Get-RecentText $mark $Every
        if ($recent) { $recent } elseif ($Require) { & $Require }
    }
    if ($Remedy.Outcomes[$Id] -ne 'fixed' -or -not $Remedy.Marks.ContainsKey($mark)) { return }
    if ($Every -gt [timespan]::Zero) { Save-Mark $mark $Remedy.Marks[$mark].Replace(' ran ', ' helped ') } else { Clear-SavedMark $mark }
}
