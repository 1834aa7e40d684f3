# A registry value as Format-RegistryCopy has it. At: key, name, view.
function Get-RegistryValueState([string[]] $At) {
    $key = Split-RegistryKey -Key $At[0]
    Format-RegistryCopy (Get-RegistryValue -Hive $key.Hive -Path $key.Path -Name $At[1] -View $At[2].Substring(4))
}
