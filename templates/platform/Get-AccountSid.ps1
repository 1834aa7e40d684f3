# Gives the SID of an account by name, as this device resolves it; $null when it knows no such account.
function Get-AccountSid {
    param([Parameter(Mandatory)] [string] $Name)
    try { [System.Security.Principal.NTAccount]::new($Name).Translate([System.Security.Principal.SecurityIdentifier]).Value }
    catch [System.Security.Principal.IdentityNotMappedException] { $null }
}
