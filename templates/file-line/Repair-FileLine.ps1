# Writes a file with a line, or (Absent) without it, and without others that match.
function Repair-FileLine([string] $Path, [string] $Line, [switch] $Absent, [string] $Pattern) {
    $file = Read-TextFile $Path $Line
    Write-TextFile $Path $file (Edit-FileLine $file.Text $Line -Absent:$Absent $Pattern)
}
