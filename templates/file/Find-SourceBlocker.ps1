# Why a file must not be run: missing, not as signed or hashed, open to others.
## Why a program or package file must not be run: missing, not signed by or hashed as the remedy says, or where others could change it; else nothing.
function Find-SourceBlocker([string] $Path, [string] $SignedBy = '', [string] $Sha256 = '') {
    if ($SignedBy -eq '' -and $Sha256 -eq '') { return "$(ConvertTo-Line $Path) is neither given with its signer nor with its SHA-256" }
    $why = Find-PathWriter $Path
    if (-not $why -and $Sha256 -ne '') {
        $hash = Get-FileSha256 $Path
        if ($hash -ne $Sha256) { $why = "$(ConvertTo-Line $Path) has the SHA-256 $hash, not $($Sha256.ToUpperInvariant())" }
    }
    if (-not $why -and $SignedBy -ne '') { $why = Find-SignerRefusal $Path $SignedBy }
    if ($why) { $why }
}
