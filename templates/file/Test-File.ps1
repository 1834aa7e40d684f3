# Tests a file: gives nothing where it is there with this content or SHA-256, or (Absent) is not there, else the reason. A folder of that name is no file.
function Test-File([string] $Path, [switch] $Absent, [string] $Content, [string] $Sha256 = '') {
    $entry = Get-FileEntry -Path $Path
    $shown = "file $(ConvertTo-Line $Path)"
    if ($Absent) {
        if ($null -ne $entry -and -not $entry.IsDirectory) { "$shown is there, it should be absent" }
        return
    }
    if ($null -eq $entry) { return "$shown is missing" }
    if ($entry.IsDirectory) { return "$shown is a folder" }
    if ($entry.IsLink) { return "$shown is a link to another file" }
    $wrong = @(
        if ($PSBoundParameters.ContainsKey('Content') -and -not (Test-Text (Read-FileContent -Path $Path) $Content)) { 'has other content' }
        if ($Sha256 -ne '') {
            $hash = Read-FileSha256 -Path $Path
            if (-not (Test-Text $hash $Sha256 -IgnoreCase)) { "has SHA-256 $hash, it should be $($Sha256.ToUpperInvariant())" }
        }
    )
    if ($wrong.Count -gt 0) { "$shown $($wrong -join ' and ')" }
}
