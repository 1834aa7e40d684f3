# Explains something to who asked with -Verbose.
## The first call of a command takes a tenth of a second, so nobody else pays for it.
function Write-Note([string] $Text) {
    if ($VerbosePreference -ne 'SilentlyContinue') { Write-Verbose -Message (ConvertTo-Line $Text) }
}
