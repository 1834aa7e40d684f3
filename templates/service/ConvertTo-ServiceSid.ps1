# Gives the SID of a service's virtual account (NT SERVICE\name) by its name.
## Gives the SID of a service's virtual account (NT SERVICE\name) by its name, also when the service does not exist.
## S-1-5-80- and the five 32-bit words, little-endian, of the SHA-1 of the name in capitals and UTF-16.
function ConvertTo-ServiceSid([string] $Name) {
    $hash = [Security.Cryptography.SHA1]::Create()
    try { $bytes = $hash.ComputeHash([Text.Encoding]::Unicode.GetBytes($Name.ToUpperInvariant())) } finally { $hash.Dispose() }
    'S-1-5-80-' + (@(for ($index = 0; $index -lt 20; $index += 4) { [BitConverter]::ToUInt32($bytes, $index) }) -join '-')
}
