# Verdict on a registry value: it has this type and data, or (Absent) it does not exist. Without Data only its presence and Type are tested.
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
    $shown = 'registry value ' + (Format-RegistryName -Key $Key -Name $Name -View $(if ($PSBoundParameters.ContainsKey('View')) { $View } else { 0 }))
    $found = if ($null -eq $actual) { 'is missing' } else { "is $(Format-RegistryData -Type $actual.Type -Data $actual.Data)" }
    #remedyc:only RegistryValue.Absent
    if ($Absent) {
        if ($null -eq $actual) { return Holds }
        $blocker = Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $null
        if ($blocker) { return Blocked "$shown $found, it should be absent: $blocker" }
        return Deviates "$shown $found, it should be absent"
    }
    #remedyc:end
    if (-not $PSBoundParameters.ContainsKey('Data')) {
        if ($null -ne $actual -and ($Type -eq '' -or $actual.Type -eq $Type)) { return Holds }
        return Blocked "$shown $found, it should be there$(if ($Type -ne '') { " as $Type" }), but the remedy does not say its data"
    }
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    if ($null -ne $actual -and (Test-RegistryData -Actual $actual -Wanted $wanted)) { return Holds }
    $why = "$shown $found, it should be $(Format-RegistryData -Type $wanted.Type -Data $wanted.Data)"
    $blocker = Find-RegistryBlocker -Key $Key -Name $Name -View $View -Wanted $wanted
    if ($blocker) { return Blocked "${why}: $blocker" }
    Deviates $why
}
