# Explains something in the log, and to who asked with -Verbose.
function Write-Note {
    param([Parameter(Mandatory)] [string] $Text, [ValidateSet(1, 2, 3)] [int] $Severity = 1)
    $line = ConvertTo-Line $Text -Limit 2000
    Write-Verbose -Message $line
    Write-LogLine -Text $line -Severity $Severity
}
