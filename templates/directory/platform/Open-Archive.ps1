# Opens a ZIP archive that has this SHA-256: its entries (Name, Size, From) and the stream to close (Held). Nobody can write to it meanwhile.
## What was opened is what is hashed and read, whoever exchanges a folder above; nothing of another one is looked into. ZipArchive: .NET Framework 4.5 (learn.microsoft.com/dotnet/api/system.io.compression.ziparchive)
function Open-Archive([string] $Path, [string] $Sha256) {
    # Windows PowerShell does not load this assembly by itself
    Add-Type -AssemblyName 'System.IO.Compression'
    $held = [IO.File]::Open($Path, 'Open', 'Read', 'Read')
    $hash = [Security.Cryptography.SHA256]::Create()
    try {
        if ([BitConverter]::ToString($hash.ComputeHash($held)).Replace('-', '') -ne $Sha256) { throw 'it is another file than its SHA-256 says' }
        [pscustomobject]@{ Held = $held; Entries = @(foreach ($entry in [IO.Compression.ZipArchive]::new($held).Entries) { [pscustomobject]@{ Name = $entry.FullName; Size = $entry.Length; From = $entry } }) }
    }
    catch {
        $held.Dispose()
        throw
    }
    finally { $hash.Dispose() }
}
