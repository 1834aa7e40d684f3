# Verdict on a file: it is there with this content or SHA-256, or (Absent) it is not there.
function Test-File {
    param(
        [Parameter(Mandatory)] [string] $Path,
        [switch] $Absent,
        [AllowEmptyString()] [string] $Content,
        [string] $Sha256 = '',
        [string] $Source = ''
    )
    $entry = Get-FileEntry -Path $Path
    # a folder of that name is no file
    if ($Absent -and ($null -eq $entry -or $entry.IsDirectory)) { return Holds }
    if ($null -ne $entry -and $entry.IsDirectory) { return Blocked "file $(ConvertTo-Line $Path) is a folder" }
    if ($Absent) {
        $shown = "file $(ConvertTo-Line $Path)"
        $blocker = Find-PathBlocker -Path $Path -Access 'Delete'
        if ($blocker) { return Blocked "$shown is there, it should be absent: $blocker" }
        return Deviates "$shown is there, it should be absent"
    }
    if ($null -ne $entry -and $entry.IsLink) { return Blocked "file $(ConvertTo-Line $Path) is a link to another file" }

    $wrong = @(
        if ($null -eq $entry) { 'is missing' }
        else {
            if ($PSBoundParameters.ContainsKey('Content') -and -not (Test-Text (Read-File -Path $Path -Property 'content') $Content)) { 'has other content' }
            if ($Sha256 -ne '') {
                $hash = Read-File -Path $Path -Property 'sha256'
                if (-not (Test-Text $hash $Sha256 -IgnoreCase)) { "has SHA-256 $hash, it should be $($Sha256.ToUpperInvariant())" }
            }
        }
    )
    if ($wrong.Count -eq 0) { return Holds }
    $why = "file $(ConvertTo-Line $Path) " + ($wrong -join ' and ')
    $blocker = if ($PSBoundParameters.ContainsKey('Content')) { '' } else { Find-CopyBlocker -Source $Source -Sha256 $Sha256 }
    if (-not $blocker) { $blocker = Find-PathBlocker -Path $Path -Access 'Write' }
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}
