# Gives nothing where a file is there with this content or SHA-256, else the reason.
## A folder of that name is no file.
function Test-File(
    [string] $Path
    #remedyc:only File.Content
    , [string] $Content
    #remedyc:end
    #remedyc:only File.Sha256
    , [string] $Sha256 = ''
    #remedyc:end
) {
    $entry = Get-FileEntry -Path $Path
    $shown = "file $(ConvertTo-Line $Path)"
    if ($null -eq $entry) { return "$shown is missing" }
    if ($entry.IsDirectory) { return "$shown is a folder" }
    if ($entry.IsLink) { return "$shown is a link to another file" }
    $wrong = @(
        #remedyc:only File.Content
        if ($PSBoundParameters.ContainsKey('Content') -and -not (Test-Text (Read-FileContent -Path $Path) $Content)) { 'has other content' }
        #remedyc:end
        #remedyc:only File.Sha256
        if ($Sha256 -ne '') {
            $hash = Read-FileSha256 -Path $Path
            if (-not (Test-Text $hash $Sha256 -IgnoreCase)) { "has SHA-256 $hash, it should be $($Sha256.ToUpperInvariant())" }
        }
        #remedyc:end
    )
    if ($wrong.Count -gt 0) { "$shown $($wrong -join ' and ')" }
}
