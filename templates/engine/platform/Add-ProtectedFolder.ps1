# Creates a folder and its rights, SYSTEM and Administrators, in one call.
## Nobody can open it in between. DirectoryInfo.Create(DirectorySecurity) exists in .NET Framework only; .NET has it as FileSystemAclExtensions.Create.
function Add-ProtectedFolder([string] $Path) {
    #remedyc:every-host
    $security = [Security.AccessControl.DirectorySecurity]::new()
    $security.SetSecurityDescriptorSddlForm('O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)')
    $extension = 'System.IO.FileSystemAclExtensions' -as [type]
    if ($extension) { $extension::Create([IO.DirectoryInfo]$Path, $security) } else { ([IO.DirectoryInfo]$Path).Create($security) }
}
