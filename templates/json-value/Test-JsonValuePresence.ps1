# The reason where a JSON file does not have a value.
function Test-JsonValuePresence([string] $Path, [string] $Pointer) {
    if ($null -eq (Read-JsonMember $Path $Pointer)) { "$(ConvertTo-Line $Pointer) in $(ConvertTo-Line $Path) is missing" }
}
