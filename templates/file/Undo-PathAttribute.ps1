# Sets or clears an attribute of a file or folder again.
function Undo-PathAttribute([string[]] $At, [string] $Was) {
    $refusal = Find-PathRefusal $At[0]
    if ($refusal) { return $refusal }
    if ($Was -eq '') { return 'there was nothing at its place' }
    Write-EntryAttribute $At[0] ([int][IO.FileAttributes]$At[1]) ($Was -eq 'on')
}
