# Whether a file has a line.
function Read-FileLineExists([string] $Path, [string] $Line) {
    $file = Read-LineFile $Path
    $null -ne $file -and (Test-Text (Edit-FileLine $file $Line) $file.Text)
}
