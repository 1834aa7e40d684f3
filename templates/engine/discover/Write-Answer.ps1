# Gives the channel its answer, one word, and ends the script; nothing may follow.
function Write-Answer([string] $Word, [string] $Text) {
    Write-Note -Text "$Word $Text"
    Write-Output -InputObject $Remedy.Tokens[$Word]
    exit 0
}
