# Whether a JSON file has a value.
function Read-JsonValueExists([string] $Path, [string] $Pointer) {
    $null -ne (Read-JsonMember $Path $Pointer)
}
