# Whether an ini file has a key.
function Read-IniValueExists([string] $Path, [string] $Section, [string] $Key) {
    @(Read-IniEntry $Path $Section $Key).Count -gt 0
}
