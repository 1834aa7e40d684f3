# -Rollback: undoes the newest run that changed something, and ends the script.
## Kind: of the entries that this script's repairs write.
## A journal that is not whole is not believed at all. One that is done with is set aside, so that the next -Rollback undoes the run before.
function Invoke-Rollback([string[]] $Kind) {
    $head = "$($Remedy.Name) $($Remedy.Version) |"
    try { $open = @(Find-OpenJournal) } catch { Complete-Early 'failed' "nothing was undone: $(Get-FailureText $_)" }
    foreach ($path in $open) {
        try { $entries = @(Read-Journal $path $Kind) }
        catch { Complete-Early 'failed' "nothing was undone, the journal $path is not believed: $(Get-FailureText $_)" }
        $sum = Undo-Run $entries
        #remedyc:only Context.Stops
        Resume-Left
        #remedyc:end
        $isOver = $sum.Failed.Count -eq 0 -and $sum.Declined -eq 0
        if ($isOver -and -not $Remedy.Preview) { Move-Log $path ($path -replace '[1-5]\.jsonl$', '.undone') }
        # of a run that was killed before it changed anything the one before is meant
        if ($isOver -and $sum.Undone -eq 0 -and $sum.Left.Count -eq 0) { continue }
        if (-not $Remedy.Preview) { Clear-TryMark }
        Complete-Rollback $sum $head $entries[0].Run
    }
    Complete-Run 'compliant' "COMPLIANT $head there is no run to undo"
}
