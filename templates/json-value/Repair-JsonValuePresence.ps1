# A member without a value is never made.
function Repair-JsonValuePresence([string] $Path, [string] $Pointer) {
    throw "$(Test-JsonValuePresence $Path $Pointer), and the remedy gives it no value"
}
