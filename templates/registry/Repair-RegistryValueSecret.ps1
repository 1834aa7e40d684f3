# Writes a secret into a registry value that is missing or of another type, and creates its key.
## The journal says only that the value is new: neither the secret nor what stood in its place is kept.
function Repair-RegistryValueSecret([string] $Key, [string] $Name, [int] $View = 64, [string] $Type = 'string', [string] $Secret) {
    $at = Split-RegistryKey $Key
    $text = Read-Secret $Secret
    Save-RegistryKey $at.Hive $at.Path $View
    if ($null -eq (Get-RegistryValue $at.Hive $at.Path $Name $View)) { Add-Journal 'RegistrySecret' "$($at.Hive)\$($at.Path)", $Name, "view$View" '' 'there' }
    else { Add-Journal 'Lost' "registry value $(Format-RegistryName $Key $Name $View) was replaced" }
    Write-RegistryValue $at.Hive $at.Path $Name @{ string = 'String'; expand_string = 'ExpandString' }[$Type] $text $View
}
