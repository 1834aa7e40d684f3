# Creates a folder in the user's profile where it is missing, and throws when it is a junction or link.
function Confirm-UserFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $state = Get-FolderState -Path $Path
    if ($null -eq $state) {
        Add-Folder -Path $Path
        $state = Get-FolderState -Path $Path
    }
    if ($state.Reparse) { throw "folder $Path is a junction or link; remove it" }
}
