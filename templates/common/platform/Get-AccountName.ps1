# The name of an account (DOMAIN\name) by its SID, $null when no account has it.
## Only where Windows wants a name, as for the logon of a service.
function Get-AccountName([string] $Sid) {
    #remedyc:every-host
    try { [Security.Principal.SecurityIdentifier]::new($Sid).Translate([Security.Principal.NTAccount]).Value }
    catch [Security.Principal.IdentityNotMappedException] { $null }
}
