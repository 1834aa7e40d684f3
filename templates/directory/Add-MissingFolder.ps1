# Makes a folder and those above it that are missing, each noted for -Rollback.
function Add-MissingFolder([string] $Path) {
    if ($null -ne (Get-FileEntry $Path)) { return }
    Add-MissingFolder (Get-PathPart $Path -Parent)
    Add-Journal 'Directory' $Path '' 'there'
    #remedyc:only Context.User
    if ($Remedy.Context -eq 'user') { return Add-Folder $Path }
    #remedyc:end
    #remedyc:only Context.System
    Clear-Entry "$Path.remedyc-new"
    Add-HeldFolder $Path
    #remedyc:end
}
