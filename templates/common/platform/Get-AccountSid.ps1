# Gives the SID of an account by name, as this device resolves it; $null when it knows no such account.
function Get-AccountSid {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Name)
    try { [Security.Principal.NTAccount]::new($Name).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch [Security.Principal.IdentityNotMappedException] { $null }
}
