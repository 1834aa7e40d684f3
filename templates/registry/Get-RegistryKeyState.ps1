# Gives 'there' for a registry key that exists, else ''. At: key, nothing, view.
function Get-RegistryKeyState([string[]] $At) {
    $key = Split-RegistryKey -Key $At[0]
    if (Test-RegistryPath -Hive $key.Hive -Path $key.Path -View $At[2].Substring(4)) { 'there' } else { '' }
}
