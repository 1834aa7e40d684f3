# Gives the SID of the account that a registry key belongs to, nothing where the key is absent.
## Opened with READ_CONTROL alone. RegistryKey has GetAccessControl and this OpenSubKey itself in .NET Framework and in .NET (docs: dotnet/api/microsoft.win32.registrykey.getaccesscontrol).
function Get-RegistryOwner([string] $Hive, [string] $Path, [int] $View = 64) {
    #remedyc:every-host
    $base = Open-RegistryKey $Hive '' $View
    try {
        $key = $base.OpenSubKey($Path, 'ReadSubTree', 'ReadPermissions')
        if ($null -ne $key) { try { $key.GetAccessControl('Owner').GetOwner([Security.Principal.SecurityIdentifier]).Value } finally { $key.Dispose() } }
    }
    finally { $base.Dispose() }
}
