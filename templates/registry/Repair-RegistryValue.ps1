# Writes a registry value with its type, and creates its key; other values of the key are not touched.
#remedyc:only RegistryValue.Absent
## Absent: deletes it.
#remedyc:end
function Repair-RegistryValue {
    param(
        [string] $Key,
        [string] $Name = '',
        [int] $View = 64,
        #remedyc:only RegistryValue.Absent
        [switch] $Absent,
        #remedyc:end
        [object] $Data,
        [string] $Type = ''
    )
    $at = Split-RegistryKey -Key $Key
    #remedyc:only RegistryValue.Absent
    if ($Absent) { Clear-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -View $View; return }
    #remedyc:end
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    Write-RegistryValue -Hive $at.Hive -Path $at.Path -Name $Name -Type $wanted.Kind -Data $wanted.Data -View $View
}
