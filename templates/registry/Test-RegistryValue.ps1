# Tests a registry value: gives nothing where it has this type and data, else the reason.
## Without Data only its presence and Type are tested.
#remedyc:only RegistryValue.Absent
## Absent: it does not exist.
#remedyc:end
function Test-RegistryValue {
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
    $actual = Read-RegistryEntry -Key $Key -Name $Name -View $View
    $is = Format-RegistryFinding -Key $Key -Name $Name -View $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 }) -Actual $actual
    #remedyc:only RegistryValue.Absent
    if ($Absent) {
        if ($null -ne $actual) { "$is, it should be absent" }
        return
    }
    #remedyc:end
    if ($PSBoundParameters.ContainsKey('Data')) {
        $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
        if ($null -ne $actual -and (Test-RegistryData -Actual $actual -Wanted $wanted)) { return }
        "$is, it should be $(Format-RegistryData -Type $wanted.Type -Data $wanted.Data)"
    }
    elseif ($null -eq $actual -or ($Type -ne '' -and $actual.Type -ne $Type)) { "$is, it should be there$(if ($Type -ne '') { " as $Type" })" }
}
