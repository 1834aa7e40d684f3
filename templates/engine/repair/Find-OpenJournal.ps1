# The paths of the journals that -Rollback may undo, newest first.
## Creates no folder, and throws when one is not ours.
function Find-OpenJournal {
    foreach ($path in (Get-PathPart $Remedy.State -Parent), $Remedy.State) {
        if ($null -eq (Get-PathSecurity -Path $path)) { return }
        Confirm-Folder -Path $path
    }
    foreach ($number in 1..5) { if ((Get-LogLength -Path "$path\journal$number.jsonl") -gt 0) { "$path\journal$number.jsonl" } }
}
