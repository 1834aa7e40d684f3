# Gives an account the entries again that a file or folder itself had for it; all others stay.
function Undo-PathAccess([string[]] $At, [string] $Was) {
    $refusal = Find-PathRefusal $At[0]
    if ($refusal) { return $refusal }
    if ($null -eq (Get-FileEntry $At[0])) { return 'it is not there any more' }
    Write-PathAccess $At[0] $At[1] $Was
}
