# Writes a line to the error stream without the position of an error record.
function Write-ErrorText([string] $Text) {
    #remedyc:every-host
    [Console]::Error.WriteLine($Text)
}
