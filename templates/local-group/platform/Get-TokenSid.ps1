# The SIDs that give this process its rights: the account's, then those of its groups.
function Get-TokenSid {
    #remedyc:every-host
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    try {
        $identity.User.Value
        foreach ($group in $identity.Groups) { $group.Value }
    }
    finally { $identity.Dispose() }
}
