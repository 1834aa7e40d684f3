# Whether a registry value is there, 'there' or ''; what it holds does not matter. At: key, name, view.
function Get-RegistrySecretState([string[]] $At) {
    $key = Split-RegistryKey $At[0]
    if ($null -ne (Get-RegistryValue $key.Hive $key.Path $At[1] $At[2].Substring(4))) { 'there' } else { '' }
}
