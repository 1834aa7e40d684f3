# Gives the fingerprint of this version with these parameters; another one clears the marks of tries.
function Get-Fingerprint {
    if ($script:Remedy.Parameters.Count -eq 0) { return $script:Remedy.Fingerprint }
    $text = foreach ($name in $script:Remedy.Parameters.Keys) { $name + '=' + $script:Remedy.Parameters[$name] }
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { $digest = $hash.ComputeHash([System.Text.Encoding]::UTF8.GetBytes(@($text) -join "`n")) } finally { $hash.Dispose() }
    $script:Remedy.Fingerprint + '-' + [BitConverter]::ToString($digest, 0, 8).Replace('-', '').ToLowerInvariant()
}
