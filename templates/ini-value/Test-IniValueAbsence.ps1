# The reason where an ini file has a key.
function Test-IniValueAbsence([string] $Path, [string] $Section, [string] $Key) {
    if (@(Read-IniEntry $Path $Section $Key).Count -gt 0) { "$(Get-IniLabel $Path $Section $Key) is there, it should be absent" }
}
