# Downloads a file into a folder of ours, verifies it, gives its path to a block, and deletes it.
## Under the name that it has there: Windows Installer asks for that of the package when it caches it anew (1316).
function Use-Download([string] $Url, [string] $Sha256, [scriptblock] $Body) {
    Clear-Download
    $copy = "$(Get-StateFolder 'download')\$(([Uri]$Url).Segments[-1] -replace '[^A-Za-z0-9.-]+', '-')"
    try {
        Save-Download $Url $copy
        $hash = Get-FileSha256 $copy
        if (-not (Test-Text $hash $Sha256 -IgnoreCase)) { throw "the SHA-256 of what came from $(([Uri]$Url).Host) is $hash, not $("$Sha256".ToUpperInvariant())" }
        & $Body $copy
    }
    finally { Clear-Download }
}
