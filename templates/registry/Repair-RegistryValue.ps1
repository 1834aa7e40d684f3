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
    $at = Split-RegistryKey $Key
    #remedyc:only RegistryValue.Absent
    if ($Absent) {
        Save-RegistryValue $at.Hive $at.Path $Name $View
        return Clear-RegistryValue $at.Hive $at.Path $Name $View
    }
    #remedyc:end
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    Write-RegistryData $at.Hive $at.Path $Name $wanted.Kind $wanted.Data $View
}
