# Tells whether this machine is a domain controller: the product type that setup wrote (WinNT workstation, ServerNT server, LanmanNT domain controller).
function Test-DomainController {
    $type = Get-RegistryValue -Hive HKLM -Path 'SYSTEM\CurrentControlSet\Control\ProductOptions' -Name 'ProductType'
    $null -ne $type -and $type.Data -eq 'LanmanNT'
}
