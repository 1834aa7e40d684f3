# Explains something to who asked with -Verbose; detection writes no log.
function Write-Note {
    param([Parameter(Mandatory)] [string] $Text)
    Write-Verbose -Message (ConvertTo-Line $Text)
}
