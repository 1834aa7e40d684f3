# Stands in for Open-Archive on the simulated machine: each entry holds its own name.
function Open-SimulatedArchive {
    param([string] $Path, [string] $Sha256)
    Enter-Effect -Name 'Open-Archive'
    $row = Open-FileRow -Path $Path
    if (-not $row.Contains('sha256') -or $row.sha256 -ne $Sha256) { throw 'it is another file than its SHA-256 says' }
    if (-not $row.Contains('entries')) { throw 'End of Central Directory record could not be found.' }
    [pscustomobject]@{
        Held    = [System.IO.MemoryStream]::new()
        Entries = @(foreach ($name in $row.entries) { [pscustomobject]@{ Name = [string]$name; Size = [long][System.Text.UTF8Encoding]::new($false).GetBytes([string]$name).Length; From = $null } })
    }
}
