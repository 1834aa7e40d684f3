# Undoes the Data Protection API: gives the bytes that were protected for this user or this machine (the data say which).
function Unprotect-Secret([byte[]] $Data) {
    # Windows PowerShell does not load this assembly by itself
    Add-Type -AssemblyName 'System.Security'
    , [Security.Cryptography.ProtectedData]::Unprotect($Data, $null, [Security.Cryptography.DataProtectionScope]::CurrentUser)
}
