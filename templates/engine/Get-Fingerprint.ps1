# Gives the fingerprint of this version with these parameters; another one clears the marks of tries.
function Get-Fingerprint {
    #remedyc:only Context.Parameters
    if ($script:Remedy.Parameters.Count -gt 0) {
        $text = foreach ($name in $script:Remedy.Parameters.Keys) { $name + '=' + $script:Remedy.Parameters[$name] }
        $hash = [Security.Cryptography.SHA256]::Create()
        try { $digest = $hash.ComputeHash([Text.Encoding]::UTF8.GetBytes(@($text) -join "`n")) } finally { $hash.Dispose() }
        return $script:Remedy.Fingerprint + '-' + [BitConverter]::ToString($digest, 0, 8).Replace('-', '').ToLowerInvariant()
    }
    #remedyc:end
    $script:Remedy.Fingerprint
}
