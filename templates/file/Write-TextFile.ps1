# Writes a text into a file that Read-TextFile has read, in the encoding that it has.
function Write-TextFile([string] $Path, [object] $File, [string] $Text) {
    $bytes = $File.Encoding.GetBytes($Text)
    Write-WholeFile $Path {
        param($handle, $new)
        Write-FileByte $handle $bytes
        Add-Journal 'File' $Path (Get-FileState $Path) (Get-FileState $new)
    }
}
