# Puts back a file's bytes, or deletes a file that was not there.
## Gives the reason where that cannot be done.
function Undo-File([string[]] $At, [string] $Was) {
    $refusal = Find-PathRefusal $At[0]
    if ($refusal) { return $refusal }
    if ($Was -eq '') { return Clear-Entry $At[0] }
    if (-not $Was.StartsWith('bytes ', [StringComparison]::Ordinal)) { return 'it was too large to be kept, had hard links, or was no file' }
    Write-WholeFile $At[0] {
        param($file)
        Write-FileByte $file ([Convert]::FromBase64String($Was.Substring(6)))
    }
}
