# The value that an ini file gives a key, of several the first; nothing where it does not have it.
function Read-IniValueValue([string] $Path, [string] $Section, [string] $Key) {
    Read-IniEntry $Path $Section $Key | Select-Object -First 1 | ForEach-Object { $_.Value }
}
