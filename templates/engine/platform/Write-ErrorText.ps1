# Writes a line to the error stream, without the position that an error record brings along.
function Write-ErrorText([string] $Text) {
    #remedyc:every-host
    [Console]::Error.WriteLine($Text)
}
