# The SID of an account by name, as this device resolves it; $null when it knows no such account.
## '.\name' is an account of this device alone, also where its domain has one of that name.
function Get-AccountSid([string] $Name) {
    #remedyc:every-host
    try { [Security.Principal.NTAccount]::new(($Name -replace '^\.(?=\\)', [Environment]::MachineName)).Translate([Security.Principal.SecurityIdentifier]).Value }
    catch [Security.Principal.IdentityNotMappedException] { $null }
}
