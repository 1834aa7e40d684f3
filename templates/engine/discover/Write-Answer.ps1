# Gives the channel its answer, one word, and ends the script; nothing may follow.
function Write-Answer([string] $Word, [string] $Text) {
    Write-Note "$Word $Text"
    Write-Output $Remedy.Tokens[$Word]
    exit 0
}
