# Removes a folder with everything below; throws when something in it could not be removed.
function Repair-DirectoryAbsence([string] $Path) {
    $refusal = Find-FolderRefusal $Path
    if ($refusal) { throw "nothing is removed: $refusal" }
    Add-Journal 'Lost' "folder $Path was removed"
    $sum = Clear-FolderLevel $Path -Before ([datetime]::MaxValue) -All
    if ($sum.Kept -gt 0) { throw "$($sum.Kept) entries of $(ConvertTo-Line $Path) could not be removed, the first: $($sum.Why)" }
    Clear-Entry $Path
}
