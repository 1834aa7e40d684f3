# Gives a registry key the owner that it had.
function Undo-RegistryKeyOwner([string[]] $At, [string] $Was) {
    if ($Was -eq '') { return 'there was nothing at its place' }
    $key = Split-RegistryKey $At[0]
    Write-RegistryOwner $key.Hive $key.Path $Was $At[2].Substring(4)
}
