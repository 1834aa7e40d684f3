# Gives the SID of an account by name, as this device resolves it; $null when it knows no such account.
function Get-AccountSid([string] $Name) {
    #remedyc:every-host
    try { [Security.Principal.NTAccount]::new($Name).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch [Security.Principal.IdentityNotMappedException] { $null }
}
