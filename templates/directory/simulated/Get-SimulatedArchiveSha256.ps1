# Stands in for Get-ArchiveSha256 on the simulated machine.
function Get-SimulatedArchiveSha256 {
    param([object] $Entry)
    Enter-Effect -Name 'Get-ArchiveSha256'
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($hash.ComputeHash([System.Text.UTF8Encoding]::new($false).GetBytes([string]$Entry.Name))).Replace('-', '') } finally { $hash.Dispose() }
}
