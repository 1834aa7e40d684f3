# Stands in for Write-RegistryValue on the simulated machine.
function Write-SimulatedRegistryValue {
    param(
        [string] $Hive,
        [string] $Path,
        [string] $Name,
        [string] $Type,
        [object] $Data,
        [int] $View = 64
    )
    $key = Resolve-KeyPath -Hive $Hive -Path $Path -View $View
    Enter-Effect -Name 'Write-RegistryValue' -Text "$key $Name" -Change
    if (Test-KeyDenied -Key $key -Write) { throw [System.UnauthorizedAccessException]::new("Access to the registry key '$key' is denied.") }
    (Add-KeyRow -Key $key)['values'][$Name] = ConvertTo-ValueRow -Type $Type -Data $Data
}
