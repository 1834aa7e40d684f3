# True unless one of these items, whose fix would change what is read next, is to be fixed: then nobody knows yet what will be read there.
function Untouched([string[]] $Id) {
    foreach ($one in $Id) { if ($Remedy.Due.Contains($one)) { return $false } }
    $true
}
