# The bits of an IP address, as text.
function Get-AddressBit([ipaddress] $Address) { @($Address.GetAddressBytes() | ForEach-Object { [Convert]::ToString($_, 2).PadLeft(8, '0') }) -join '' }
