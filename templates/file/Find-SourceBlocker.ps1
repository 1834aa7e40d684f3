# Says why a program or package file must not be run: missing, not signed by or hashed as the remedy says, or where others could change it; else nothing.
# Status Valid alone means little: anybody can buy a certificate. SignedBy is the signer's whole subject, or a thumbprint.
function Find-SourceBlocker([string] $Path, [string] $SignedBy = '', [string] $Sha256 = '') {
    $shown = ConvertTo-Line $Path
    # rooted, and no device path (\\?\ and \\.\ go around the checks of Windows)
    if ($Path -notmatch '^([A-Za-z]:\\|\\\\[^\\?.])') { return "$shown is no absolute path" }
    if (-not (Test-FileEntry -Path $Path)) { return "$shown does not exist" }
    if ($SignedBy -eq '' -and $Sha256 -eq '') { return "$shown is neither given with its signer nor with its SHA-256" }
    $writer = Find-PathWriter -Path $Path
    if ($writer) { return $writer }
    if ($Sha256 -ne '') {
        $hash = Get-FileSha256 -Path $Path
        if ($hash -ne $Sha256) { return "$shown has the SHA-256 $hash, not $($Sha256.ToUpperInvariant())" }
    }
    if ($SignedBy -ne '') {
        $signature = Get-FileSignature -Path $Path
        if ($signature.Status -ne 'Valid') { return "the signature of $shown is not valid: $($signature.Status)" }
        $actual = if ($SignedBy -match '^[0-9A-Fa-f]{40}$') { $signature.Thumbprint } else { $signature.Subject }
        if (-not [string]::Equals($actual, $SignedBy, [StringComparison]::OrdinalIgnoreCase)) { return "$shown is signed by '$(ConvertTo-Line $actual)', not by '$(ConvertTo-Line $SignedBy)'" }
    }
}
