# Creates a folder of ours where it is missing, and throws when it is not ours: another owner, inherited rights, a junction or link.
# Owners that we trust: SYSTEM, Administrators, and the elevated account that runs this script.
function Confirm-Folder {
    param([Parameter(Mandatory)] [string] $Path)
    $state = Get-FolderState -Path $Path
    if ($null -eq $state) {
        Add-ProtectedFolder -Path $Path
        $state = Get-FolderState -Path $Path
    }
    if ($state.Reparse) { throw "folder $Path is a junction or link; remove it" }
    if (@('S-1-5-18', 'S-1-5-32-544', (Get-UserSid)) -notcontains $state.Owner) { throw "folder $Path belongs to $($state.Owner), not to SYSTEM or Administrators; remove it" }
    if (-not $state.Protected) { throw "folder $Path inherits its rights, others may write there; remove it" }
}
