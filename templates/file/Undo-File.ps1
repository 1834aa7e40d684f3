# Puts back a file's bytes, first beside it and then in its place in one step, or deletes a file that was not there; gives the reason where that cannot be done.
function Undo-File([string[]] $At, [string] $Was) {
    $path = $At[0]
    $blocker = Find-LinkAbove -Path $path
    if ($blocker) { return $blocker }
    if ($Was -eq '') { return Clear-File -Path $path }
    if (-not $Was.StartsWith('bytes ', [StringComparison]::Ordinal)) { return 'it was too large to be kept, or no file' }
    $new = "$path.remedyc-new"
    Clear-File -Path $new
    try {
        Write-FileByte -Path $new -Data ([Convert]::FromBase64String($Was.Substring(6)))
        Write-FileName -Path $new -Destination $path
    }
    finally { Clear-File -Path $new }
}
