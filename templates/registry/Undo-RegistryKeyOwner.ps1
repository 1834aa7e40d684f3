# Gives a registry key the owner that it had.
function Undo-RegistryKeyOwner([string[]] $At, [string] $Was) {
    if ($Was -eq '') { return 'there was nothing at its place' }
    $key = Split-RegistryKey -Key $At[0]
    Write-RegistryOwner -Hive $key.Hive -Path $key.Path -Owner $Was -View $At[2].Substring(4)
}
