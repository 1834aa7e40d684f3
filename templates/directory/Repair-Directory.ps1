# Creates a folder with those above it, or (Absent) removes it with everything below; throws when something in it could not be removed.
function Repair-Directory([string] $Path, [switch] $Absent) {
    if (-not $Absent) { Add-Folder -Path $Path; return }
    $refusal = Find-FolderRefusal -Path $Path
    if ($refusal) { throw "nothing is removed: $refusal" }
    $sum = Clear-FolderLevel -Path $Path -Files @() -Before ([datetime]::MaxValue) -All
    if ($sum.Kept -gt 0) { throw "$($sum.Kept) entries of $(ConvertTo-Line $Path) could not be removed, the first: $($sum.Why)" }
    Clear-EmptyFolder -Path $Path
}
