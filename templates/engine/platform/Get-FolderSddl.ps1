# Owner and rights of a folder, 'link' for a junction; nothing where it is absent.
## Get-Acl asks for the same on Windows PowerShell and PowerShell 7; DirectoryInfo.GetAccessControl() exists in .NET Framework only.
function Get-FolderSddl([string] $Path) {
    #remedyc:every-host
    $folder = [IO.DirectoryInfo]$Path
    if (-not $folder.Exists) { return }
    if ($folder.Attributes -band [IO.FileAttributes]::ReparsePoint) { return 'link' }
    (Get-Acl -LiteralPath $Path).GetSecurityDescriptorSddlForm('Owner, Group, Access')
}
