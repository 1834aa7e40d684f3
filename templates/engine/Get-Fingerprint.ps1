# The fingerprint of this version with these parameters; another one clears the marks of tries.
function Get-Fingerprint {
    $text = foreach ($name in $Remedy.Parameters.Keys) { $name + '=' + $Remedy.Parameters[$name] }
    $hash = [Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes(@($text) -join "`n")) } finally { $hash.Dispose() }
    $Remedy.Fingerprint + '-' + [BitConverter]::ToString($digest, 0, 8).Replace('-', '').ToLowerInvariant()
}
