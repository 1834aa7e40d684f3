# Gives a registry key another owner, whatever its access list says; its rights stay.
## SeTakeOwnershipPrivilege (9) opens any key with WRITE_OWNER, SeRestorePrivilege (18) lets any account become the owner; both are switched on for that alone. Only what was set in a
## RegistrySecurity is written: the owner.
function Write-RegistryOwner([string] $Hive, [string] $Path, [string] $Owner, [int] $View = 64) {
    #remedyc:every-host
    $security = [Security.AccessControl.RegistrySecurity]::new()
    $security.SetOwner([Security.Principal.SecurityIdentifier]::new($Owner))
    $base = Open-RegistryKey $Hive '' $View
    try {
        foreach ($luid in 9, 18) { Write-Privilege $luid 2 }
        $key = $base.OpenSubKey($Path, 'ReadWriteSubTree', 'TakeOwnership')
        if ($null -eq $key) { throw 'it is not there' }
        try { $key.SetAccessControl($security) } finally { $key.Dispose() }
    }
    finally {
        foreach ($luid in 9, 18) { Write-Privilege $luid 0 }
        $base.Dispose()
    }
}
