# The network interface of a GUID, nothing where there is none.
function Find-InterfaceByGuid([string] $Guid) { Select-NetworkInterface -Where { $_.Guid -eq $Guid } }
