# Owner and rights of a folder as SDDL, 'link' for a junction or link, nothing where there is none.
## With .NET, since Get-Acl loads a module. DirectoryInfo.GetAccessControl() exists in .NET Framework only; .NET has it as FileSystemAclExtensions.GetAccessControl.
function Get-FolderSddl([string] $Path) {
    #remedyc:every-host
    $folder = [IO.DirectoryInfo]$Path
    if (-not $folder.Exists) { return }
    if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return 'link' }
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $(if ($extension) { $extension::GetAccessControl($folder) } else { $folder.GetAccessControl() }).GetSecurityDescriptorSddlForm('Owner, Group, Access')
}
