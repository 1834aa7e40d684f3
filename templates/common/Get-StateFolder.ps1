# The path of a folder of ours below the state folder, created or verified.
## The path of a folder of ours below the state folder, created for SYSTEM and Administrators alone, or verified to be so.
function Get-StateFolder([string] $Name) {
    $path = "$($Remedy.State)\$Name"
    Confirm-Folder $path
    $path
}
