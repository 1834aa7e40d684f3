# A DWORD: gives the reason where it is missing, of another type or another number. Data is unsigned; .NET gives a DWORD signed.
function Test-RegistryDword([string] $Hive, [string] $Path, [string] $Name, [long] $Data, [int] $View = 64) {
    $value = Get-RegistryValue -Hive $Hive -Path $Path -Name $Name -View $View
    if ($null -ne $value -and $value.Type -eq 'DWord' -and ([long]$value.Data -band 0xFFFFFFFFL) -eq $Data) { return }
    "registry value $Hive\$Path\$(Format-RegistryValueName $Name $View) is $(Format-RegistryState $value), it should be dword $Data"
}
