# Gives nothing where a file or folder that is there belongs to an account, else the reason.
function Test-PathOwner([string] $Path, [string] $Owner) {
    $entry = Get-FileEntry $Path
    if ($null -eq $entry -or $entry.IsLink) { return }
    $is = Get-PathOwnerState $Path
    if ($is -ne $Owner) { "$(Format-Entry $entry) belongs to $is, it should belong to $Owner" }
}
