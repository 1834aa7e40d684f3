# After a check's actions: when they helped, the mark says so, or goes where nothing limits how often they run.
function Complete-Check {
    param([Parameter(Mandatory)] [hashtable] $Item, [Parameter(Mandatory)] [timespan] $Every)
    $mark = 'Check ' + $Item.Id
    $outcome = $script:Remedy.Records[$script:Remedy.Records.Count - 1].Outcome
    if ($outcome -eq 'fixed' -and $Every -gt [timespan]::Zero) { Save-Mark -Name $mark -Value ($script:Remedy.Marks[$mark].Split(' ')[0] + ' helped') }
    elseif ($outcome -eq 'fixed') { Clear-SavedMark -Name $mark }
}
