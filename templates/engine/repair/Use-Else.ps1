# Walks what follows an item's 'else', and tests the item once more.
## What follows the 'else' of an item whose own fix has not helped or cannot be tried: items of their own, in order; then the item is tested once more.
## Where one of them is not done - failed, blocked, waiting, or with -WhatIf only told - the item waits for it, and says its own reason.
function Use-Else([string] $Id, [string] $Label, [scriptblock] $Test, [scriptblock] $Else, [string] $Why) {
    Write-Note "${Id}: ${Why}: what follows its 'else' is walked"
    $first = $Remedy.Records.Count
    $null = & $Else
    $open = @($Remedy.Records | Select-Object -Skip $first | Where-Object { $_.Outcome -notin 'ok', 'fixed' })
    try { $still = "$(& $Test)" } catch { $still = "cannot be read: $(Get-FailureText $_)" }
    if (-not $still) { return Add-Record $Id $Label 'fixed' }
    #remedyc:only NeedsRestart
    # what counts after a restart is waited for: until then neither the item's own fix nor the block is tried again
    if (-not $Remedy.Preview -and @($open | Where-Object { $Remedy.Session.ContainsKey("Restart $($_.Id)") })) { Save-Mark "Restart $Id" (Get-ClockText) -Session }
    #remedyc:end
    if (-not $open) { return Add-Record $Id $Label 'failed' "$Why; still so after what follows 'else': $still" }
    Add-Record $Id $Label $(if ($open[0].Outcome -in 'deviates', 'after') { 'after' } else { 'waiting' }) $Why $open[0].Id
}
