# The paths of the journals that -Rollback may undo, newest first.
## Creates no folder, and throws when one is not ours.
function Find-OpenJournal {
    foreach ($path in (Get-PathPart $Remedy.State -Parent), $Remedy.State) {
        if ($null -eq (Get-PathSecurity $path)) { return }
        Confirm-Folder $path
    }
    foreach ($number in 1..5) { if ((Get-LogLength "$path\journal$number.jsonl") -gt 0) { "$path\journal$number.jsonl" } }
}
