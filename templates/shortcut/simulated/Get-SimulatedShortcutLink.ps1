# Stands in for Get-ShortcutLink on the simulated machine: JSON behind the header.
function Get-SimulatedShortcutLink {
    param([string] $Path)
    Enter-Effect -Name 'Get-ShortcutLink'
    $bytes = [byte[]](Get-ContentByte -Row (Open-FileRow -Path $Path))
    ConvertFrom-Json ([System.Text.UTF8Encoding]::new($false).GetString([byte[]]$bytes[20..($bytes.Length - 1)]))
}
