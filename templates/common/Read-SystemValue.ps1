# The data of a registry value below HKEY_LOCAL_MACHINE in which Windows describes itself.
## $null when it is absent.
function Read-SystemValue([string] $Path, [string] $Name, [switch] $Required) {
    try { $value = Get-RegistryValue 'HKLM' $Path $Name } catch { throw "registry value HKLM\$Path\${Name}: $($_.Exception.GetBaseException().Message)" }
    if ($null -ne $value) { $value.Data }
    elseif ($Required) { throw "registry value HKLM\$Path\$Name is missing" }
}
