function Get-UserSid {
    <#
    .SYNOPSIS
        Gives the SID of the account that runs this process.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    try { $identity.User.Value } finally { $identity.Dispose() }
}
