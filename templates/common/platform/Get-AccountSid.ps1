# Gives the SID of an account by name, as this device resolves it ('.\name': an account of this device alone, also where its domain has one of that name); $null for no account.
function Get-AccountSid([string] $Name) {
    #remedyc:every-host
    try { [Security.Principal.NTAccount]::new(($Name -replace '^\.(?=\\)', [Environment]::MachineName)).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch [Security.Principal.IdentityNotMappedException] { $null }
}
