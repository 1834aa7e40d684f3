function Get-FileSha256 {
    <#
    .SYNOPSIS
        Gives the SHA-256 of a file's bytes as 64 hexadecimal digits in lower case. Throws when the file is absent or cannot be read.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Path)
    $file = [System.IO.File]::Open($Path, [System.IO.FileMode]::Open, [System.IO.FileAccess]::Read, [System.IO.FileShare]'Read, Delete')
    try {
        $sha = [System.Security.Cryptography.SHA256]::Create()
        try { [BitConverter]::ToString($sha.ComputeHash($file)).Replace('-', '').ToLowerInvariant() } finally { $sha.Dispose() }
    }
    finally { $file.Dispose() }
}
