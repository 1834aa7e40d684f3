# A value of a JSON file as JSON, nothing where there is none.
function Read-JsonValueJson([string] $Path, [string] $Pointer) {
    Read-JsonMember $Path $Pointer
}
