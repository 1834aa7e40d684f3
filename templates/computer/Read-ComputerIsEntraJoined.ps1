# Whether the device itself is joined to Entra.
## Whether the device is joined to Entra: one subkey for each registration of the device itself.
## Workplace registrations of users stand elsewhere.
function Read-ComputerIsEntraJoined {
    @(Get-RegistrySubkey 'HKLM' 'SYSTEM\CurrentControlSet\Control\CloudDomainJoin\JoinInfo').Count -gt 0
}
