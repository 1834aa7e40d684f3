# Why a value cannot be taken out of a JSON file, or nothing.
function Find-JsonValueAbsenceBlocker([string] $Path, [string] $Pointer) {
    $file = Read-TextFile $Path $Pointer
    if ((Find-JsonMember $file.Text $Pointer).Holder.Kind -eq '[') { return 'elements of an array are not taken out, since the others would take their numbers' }
    Find-PathBlocker $Path 'Write'
}
