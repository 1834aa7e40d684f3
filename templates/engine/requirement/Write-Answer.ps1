# Ends the script where the value cannot be told: the channel takes that for a device that the app is not for.
function Write-Answer([string] $Word, [string] $Text) {
    Write-Note "$Word $Text"
    exit 1
}
