# The value of a JSON file that a pointer names, in its one form (Format-JsonValue), nothing where there is none. Wanted: what it is compared with.
function Read-JsonMember([string] $Path, [string] $Pointer, [string] $Wanted) {
    $file = Read-TextFile $Path "$Pointer$Wanted"
    if ($null -eq $file) { return }
    try { $found = Find-JsonMember $file.Text $Pointer } catch { throw "file $(ConvertTo-Line $Path) $($_.Exception.Message)" }
    if ($null -ne $found.Member) { Format-JsonValue $file.Text $found.Member.Value }
}
