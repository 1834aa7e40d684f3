# Before a file is written (New: the path of what will be put in its place) or deleted: notes it for -Rollback.
## One that has rights of its own is not kept when it is deleted: it would come back with those of its folder, open to others.
function Save-File([string] $Path, [string] $New = '') {
    if ($New -ne '') { return Add-Journal 'File' $Path (Get-FileState $Path) (Get-FileState $New) }
    $security = Get-PathSecurity -Path $Path
    if ($null -eq $security) { return }
    if (@($security.Rules | Where-Object { -not $_.Inherited }).Count -gt 0) { return Add-Journal 'Lost' "file $Path", 'it had rights of its own' }
    Add-Journal 'File' $Path (Get-FileState $Path)
}
