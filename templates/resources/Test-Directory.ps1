# Verdict on a folder: it is there, or (Absent) it is not, with everything below it.
function Test-Directory {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Absent)
    $shown = "folder $(ConvertTo-Line $Path)"
    $entry = Get-FileEntry -Path $Path
    if ($null -ne $entry -and (-not $entry.IsDirectory -or $entry.IsLink)) {
        return Blocked "$shown is $(if ($entry.IsDirectory) { 'a junction or link' } else { 'a file' })"
    }
    if ($Absent -eq ($null -eq $entry)) { return Holds }
    if ($Absent) {
        $why = "$shown is there, it should be absent"
        $blocker = Find-FolderRefusal -Path $Path
        if (-not $blocker) { $blocker = Find-PathBlocker -Path $Path -Access 'Delete' }
    }
    else {
        $why = "$shown is missing"
        $blocker = Find-PathBlocker -Path $Path -Access 'Write'
    }
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}
