# Says why a registry value cannot be written or (Absent) deleted, or nothing.
function Find-RegistryValueBlocker {
    param(
        [Parameter(Mandatory)] [string] $Key,
        [AllowEmptyString()] [string] $Name = '',
        [int] $View = 64,
        [switch] $Absent,
        [AllowEmptyString()] [AllowEmptyCollection()] [object] $Data,
        [string] $Type = ''
    )
    if ($Absent) { return Find-RegistryBlocker -Key $Key -Name $Name -View $View }
    if (-not $PSBoundParameters.ContainsKey('Data')) { return 'the remedy does not say its data' }
    $wanted = ConvertTo-RegistryData -Data $Data -Type $Type
    Find-RegistryBlocker -Key $Key -Name $Name -View $View -Type $wanted.Type -Data $wanted.Data
}
