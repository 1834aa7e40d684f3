# Writes a file's content or copies its source, first beside it and then in its place in one step; or (Absent) removes it.
function Repair-File([string] $Path, [switch] $Absent, [string] $Content, [string] $Sha256 = '', [string] $Source = '') {
    if ($Absent) { Clear-File -Path $Path; return }
    $folder = $Path.Substring(0, $Path.LastIndexOf([char]'\'))
    if ($null -eq (Get-PathEntry -Path "$folder\")) { Add-Folder -Path $folder }

    # A run that was killed may have left it; nothing else has such a name
    $new = "$Path.remedyc-new"
    Clear-File -Path $new
    try {
        if ($PSBoundParameters.ContainsKey('Content')) { Write-FileByte -Path $new -Data ([Text.UTF8Encoding]::new($false).GetBytes($Content)) }
        else {
            Open-SourceFile -Path $Source -Body {
                # Looked at again while nobody can exchange it
                $blocker = Find-CopyBlocker -Source $Source -Sha256 $Sha256
                if ($blocker) { throw $blocker }
                Write-FileCopy -Source $Source -Path $new
            }
        }
        Write-FileName -Path $new -Destination $Path
    }
    finally { Clear-File -Path $new }
}
