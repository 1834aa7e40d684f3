# The SID of the account that runs this process.
function Get-UserSid {
    #remedyc:every-host
    $identity = [Security.Principal.WindowsIdentity]::GetCurrent()
    try { $identity.User.Value } finally { $identity.Dispose() }
}
