# A key without a value is never made.
function Repair-IniValuePresence([string] $Path, [string] $Section, [string] $Key) {
    throw "$(Test-IniValuePresence $Path $Section $Key), and the remedy gives it no value"
}
