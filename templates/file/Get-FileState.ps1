# Gives what stands at a file's path as one text: '' for nothing, the bytes of a file up to 512 KB, size and time of a larger one, none of one with hard links. At: path.
function Get-FileState([string[]] $At) {
    $entry = Get-FileEntry -Path $At[0]
    if ($null -eq $entry) { '' }
    elseif ($entry.IsDirectory -or $entry.IsLink) { 'folder or link' }
    elseif ($entry.Size -gt 512KB) { "large $($entry.Size) $($entry.WriteTime.Ticks)" }
    else {
        $bytes = Get-OwnFileByte $At[0] $entry.Size
        if ($null -eq $bytes) { 'hard links' } else { 'bytes ' + [Convert]::ToBase64String($bytes) }
    }
}
