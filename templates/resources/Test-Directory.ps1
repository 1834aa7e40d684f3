# Verdict on a folder: it is there, or (Absent) it is not, with everything below it.
function Test-Directory {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Absent)
    $entry = Get-FileEntry -Path $Path
    $isFolder = $null -ne $entry -and $entry.IsDirectory -and -not $entry.IsLink
    if (($isFolder -and -not $Absent) -or ($null -eq $entry -and $Absent)) { return Holds }
    $shown = "folder $(ConvertTo-Line $Path)"
    if ($null -ne $entry -and -not $isFolder) {
        return Blocked "$shown is $(if ($entry.IsDirectory) { 'a junction or link' } else { 'a file' })"
    }
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
