# Walks what follows an item's 'else', and tests the item once more.
## What follows the 'else' of an item whose own fix has not helped or cannot be tried: items of their own, in order; then the item is tested once more.
## Where one of them is not done - failed, blocked, waiting, or with -WhatIf only told - the item waits for it, and says its own reason.
function Use-Else([string] $RemedyId, [string] $RemedyLabel, [scriptblock] $RemedyTest, [scriptblock] $RemedyElse, [string] $RemedyWhy) {
    Write-Note "${RemedyId}: ${RemedyWhy}: what follows its 'else' is walked"
    $RemedyFirst = $Remedy.Records.Count
    $null = & $RemedyElse
    $RemedyOpen = @($Remedy.Records | Select-Object -Skip $RemedyFirst | Where-Object { $_.Outcome -notin 'ok', 'fixed' })
    try { $RemedyStill = "$(& $RemedyTest)" } catch { $RemedyStill = "cannot be read: $(Get-FailureText $_)" }
    if ($RemedyStill -eq '') { return Add-Record $RemedyId $RemedyLabel 'fixed' }
    #remedyc:only NeedsRestart
    # what counts after a restart is waited for: until then neither the item's own fix nor the block is tried again
    if (-not $Remedy.Preview -and @($RemedyOpen | Where-Object { $Remedy.Session.ContainsKey("Restart $($_.Id)") }).Count -gt 0) { Save-Mark "Restart $RemedyId" (Get-ClockText) -Session }
    #remedyc:end
    if ($RemedyOpen.Count -eq 0) { return Add-Record $RemedyId $RemedyLabel 'failed' "$RemedyWhy; still so after what follows 'else': $RemedyStill" }
    Add-Record $RemedyId $RemedyLabel $(if ($RemedyOpen[0].Outcome -in 'deviates', 'after') { 'after' } else { 'waiting' }) $RemedyWhy $RemedyOpen[0].Id
}
