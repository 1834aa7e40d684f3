# The reason where a JSON file has a value.
function Test-JsonValueAbsence([string] $Path, [string] $Pointer) {
    if ($null -ne (Read-JsonMember $Path $Pointer)) { "$(ConvertTo-Line $Pointer) in $(ConvertTo-Line $Path) is there, it should be absent" }
}
