# Takes a value out of a JSON file.
function Repair-JsonValueAbsence([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Pointer) {
    $file = Read-TextFile $Path $Pointer
    Write-TextFile $Path $file (Clear-JsonMember $file.Text $Pointer)
}
