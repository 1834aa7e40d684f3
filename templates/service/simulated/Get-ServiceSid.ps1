# Gives the SID of a service's virtual account; see src/resources/accounts/service-sid.ts.
function Get-ServiceSid {
    param([string] $Name)
    $hash = [System.Security.Cryptography.SHA1]::Create()
    try { $bytes = $hash.ComputeHash([System.Text.Encoding]::Unicode.GetBytes($Name.ToUpperInvariant())) } finally { $hash.Dispose() }
    'S-1-5-80-' + (@(foreach ($offset in 0, 4, 8, 12, 16) { [BitConverter]::ToUInt32($bytes, $offset) }) -join '-')
}
