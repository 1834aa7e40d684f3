# Stands in for Get-FileSha256 on the simulated machine.
function Get-SimulatedFileSha256 {
    param([string] $Path)
    Enter-Effect -Name 'Get-FileSha256'
    $row = Open-FileRow -Path $Path
    if ($row.Contains('sha256')) { return ([string]$row.sha256).ToUpperInvariant() }
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($hash.ComputeHash([byte[]](Get-ContentByte -Row $row))).Replace('-', '') } finally { $hash.Dispose() }
}
