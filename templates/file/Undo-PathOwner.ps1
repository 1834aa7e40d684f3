# Gives a file or folder the owner that it had.
function Undo-PathOwner([string[]] $At, [string] $Was) {
    $refusal = Find-PathRefusal $At[0]
    if ($refusal) { return $refusal }
    if ($Was -eq '') { return 'there was nothing at its place' }
    Write-PathOwner $At[0] $Was
}
