# A text: gives the reason where it is missing, of another type or another text.
## Upper and lower case count.
function Test-RegistryString([string] $Hive, [string] $Path, [string] $Name, [string] $Data, [switch] $Expandable, [int] $View = 64) {
    $value = Get-RegistryValue -Hive $Hive -Path $Path -Name $Name -View $View
    $type = "$(if ($Expandable) { 'Expand' })String"
    if ($null -ne $value -and $value.Type -eq $type -and [string]::Equals($value.Data, $Data, 'Ordinal')) { return }
    "registry value $Hive\$Path\$(if ($Name) { $Name } else { '(default)' })$(if ($View -eq 32) { ' (32-bit view)' }) is $(Format-RegistryState $value), it should be $(Format-RegistryState @{ Type = $type; Data = $Data })"
}
