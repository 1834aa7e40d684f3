# Tests a folder: gives nothing where it is there, or (Absent) nothing of that name is, else the reason.
function Test-Directory([string] $Path, [switch] $Absent) {
    $entry = Get-FileEntry -Path $Path
    $shown = "folder $(ConvertTo-Line $Path)"
    if ($null -eq $entry) { if (-not $Absent) { "$shown is missing" } }
    elseif (-not $entry.IsDirectory) { "$shown is a file" }
    elseif ($entry.IsLink) { "$shown is a junction or link" }
    elseif ($Absent) { "$shown is there, it should be absent" }
}
