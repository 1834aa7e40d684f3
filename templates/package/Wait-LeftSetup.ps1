# Waits, 10 minutes at most, for a setup that a killed run had begun.
## Waits, 10 minutes at most, for a setup that an earlier run has started and that goes on though that run was killed: a second one beside it would spoil both.
## It is the process of the id, the start and the path that the earlier run wrote down; nobody else can have all three.
function Wait-LeftSetup {
    if ([string]$Remedy.Session['Setup'] -cnotmatch '\A(\d{1,9}) (\d{1,19}) (.+)\z') { return }
    $null, $id, $began, $path = $Matches[0..3]
    $ended = { @(Find-Process -Id $id | Where-Object { $null -ne $_.StartTime -and [string]$_.StartTime.Ticks -eq $began -and $_.Path -eq $path }).Count -eq 0 }
    if (& $ended) { return }
    Write-Note "waits for $path, which an earlier run started"
    if (-not (Wait-Condition ([timespan]'00:10:00') -Every 2000 -Condition $ended)) { Complete-Early 'busy' "$(ConvertTo-Line $path), which an earlier run started, is still going after 10 minutes; nothing was changed" }
}
