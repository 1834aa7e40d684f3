# Whether a file has a line.
function Read-FileLineExists([string] $Path, [string] $Line) {
    $file = Read-TextFile $Path $Line
    $null -ne $file -and (Test-Text (Edit-FileLine $file.Text $Line) $file.Text)
}
