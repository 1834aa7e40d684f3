# Gives a file the access rights of another one.
## GetAccessControl and SetAccessControl of files exist in .NET Framework only; .NET has them as FileSystemAclExtensions.
function Copy-FileAccess([string] $Source, [string] $Path) {
    $from = [IO.FileInfo]$Source
    $to = [IO.FileInfo]$Path
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    $rights = if ($null -ne $extension) { $extension::GetAccessControl($from, 'Access') } else { $from.GetAccessControl('Access') }
    $security = [Security.AccessControl.FileSecurity]::new()
    $security.SetSecurityDescriptorSddlForm($rights.GetSecurityDescriptorSddlForm('Access'), 'Access')
    if ($null -ne $extension) { $extension::SetAccessControl($to, $security) } else { $to.SetAccessControl($security) }
}
