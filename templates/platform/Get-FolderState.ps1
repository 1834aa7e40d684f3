# Gives Owner (SID), Protected (no right of it is inherited) and Reparse (junction or link) of a folder, $null when it does not exist.
function Get-FolderState {
    param([Parameter(Mandatory)] [string] $Path)
    $folder = [IO.DirectoryInfo]::new($Path)
    if ($folder.Exists) {
        $sections = [Security.AccessControl.AccessControlSections]'Owner, Access'
        $extension = 'System.IO.FileSystemAclExtensions' -as [type]
        $security = if ($null -ne $extension) { $extension::GetAccessControl($folder, $sections) } else { $folder.GetAccessControl($sections) }
        [pscustomobject]@{
            Owner     = $security.GetOwner([Security.Principal.SecurityIdentifier]).Value
            Protected = @($security.GetAccessRules($false, $true, [Security.Principal.SecurityIdentifier])).Count -eq 0
            Reparse   = ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) -ne 0
        }
    }
}
