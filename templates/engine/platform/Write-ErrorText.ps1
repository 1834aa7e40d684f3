# Writes a line to the error stream of this process, without the position in the script that an error record brings along.
function Write-ErrorText {
    param([string] $Text)
    [Console]::Error.WriteLine($Text)
}
