# Writes the copy of this script in one step; one that others may change goes first, as its rights would stay.
function Write-OwnCopy([string] $Path, [string] $Text) {
    if (Find-PathWriter $Path) { Clear-Entry $Path }
    Write-WholeFile $Path { param($file) Write-FileByte $file ([Text.Encoding]::ASCII.GetBytes($Text)) }
}
