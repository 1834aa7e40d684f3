# Verdict on a registry value: it has this type and data. Without Data only its presence and Type are tested.
#remedyc:only RegistryValue.Absent
# Absent: it does not exist.
#remedyc:end
function Test-RegistryValue {
    param(
        [Parameter(Mandatory)] [string] $Key,
        [AllowEmptyString()] [string] $Name = '',
        [int] $View = 64,
        #remedyc:only RegistryValue.Absent
        [switch] $Absent,
        #remedyc:end
        [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
        [string] $Type = ''
    )
    $actual = Read-RegistryEntry -Key $Key -Name $Name -View $View
    $finding = @{ Key = $Key; Name = $Name; View = $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 }); Actual = $actual }
    #remedyc:only RegistryValue.Absent
    if ($Absent) {
        if ($null -eq $actual) { return Holds }
        $why = "$(Format-RegistryFinding @finding), it should be absent"
        $blocker = Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $null
        if ($blocker) { return Blocked "${why}: $blocker" }
        return Deviates $why
    }
    #remedyc:end
    if (-not $PSBoundParameters.ContainsKey('Data')) {
        if ($null -ne $actual -and ($Type -eq '' -or $actual.Type -eq $Type)) { return Holds }
        return Blocked "$(Format-RegistryFinding @finding), it should be there$(if ($Type -ne '') { " as $Type" }), but the remedy does not say its data"
    }
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    if ($null -ne $actual -and (Test-RegistryData -Actual $actual -Wanted $wanted)) { return Holds }
    $why = "$(Format-RegistryFinding @finding), it should be $(Format-RegistryData -Type $wanted.Type -Data $wanted.Data)"
    $blocker = Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $wanted
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}
