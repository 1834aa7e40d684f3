# Removes a folder that was not there, where it is empty; gives the reason where that cannot be done.
function Undo-Directory([string[]] $At, [string] $Was) {
    $path = $At[0]
    if ($Was -ne '') { return 'only folders that a run has made are taken back' }
    $refusal = Find-PathRefusal $path
    if ($refusal) { return $refusal }
    if (@(Find-FolderEntry $path).Count -gt 0) { return 'it holds what others have put there' }
    Clear-Entry $path
}
