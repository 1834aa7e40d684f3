# Writes a file with a line, or (Absent) without it, and without others that match.
function Repair-FileLine([string] $Path, [string] $Line, [switch] $Absent, [string] $Pattern) {
    $file = Read-LineFile $Path
    $bytes = $file.Encoding.GetBytes((Edit-FileLine $file $Line -Absent:$Absent $Pattern))
    Write-WholeFile $Path {
        param($handle, $new)
        Write-FileByte $handle $bytes
        Add-Journal 'File' $Path (Get-FileState $Path) (Get-FileState $new)
    }
}
