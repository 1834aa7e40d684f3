# Removes a file; of a link the link.
## Noted for -Rollback, but not one that has rights of its own: it would come back with those of its folder, open to others.
function Repair-FileAbsence([string] $Path) {
    $security = Get-PathSecurity $Path
    if ($null -ne $security -and @($security.Rules | Where-Object { -not $_.Inherited }).Count -gt 0) { Add-Journal 'Lost' "file $Path", 'it had rights of its own' }
    else { Add-Journal 'File' $Path (Get-FileState $Path) }
    Clear-Entry $Path
}
