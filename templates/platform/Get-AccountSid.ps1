function Get-AccountSid {
    <#
    .SYNOPSIS
        Gives the SID of an account by name, as this device resolves it; $null when it knows no such account.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)
    try { [System.Security.Principal.NTAccount]::new($Name).Translate([System.Security.Principal.SecurityIdentifier]).Value }
    catch [System.Security.Principal.IdentityNotMappedException] { $null }
}
