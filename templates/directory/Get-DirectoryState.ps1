# Gives 'there' for a folder that exists, else ''. At: path.
function Get-DirectoryState([string[]] $At) {
    $entry = Get-FileEntry -Path $At[0]
    if ($null -eq $entry) { '' } elseif ($entry.IsDirectory -and -not $entry.IsLink) { 'there' } else { 'file or link' }
}
