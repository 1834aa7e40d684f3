# PartOfDomain, Domain and TotalPhysicalMemory (bytes) of Win32_ComputerSystem.
## Throws when it cannot be read within 20 seconds.
function Get-ComputerMembership {
    #remedyc:every-host
    $system = Get-CimInstance -ClassName Win32_ComputerSystem -Property PartOfDomain, Domain, TotalPhysicalMemory -OperationTimeoutSec 20
    [pscustomobject]@{ PartOfDomain = [bool]$system.PartOfDomain; Domain = [string]$system.Domain; TotalPhysicalMemory = [long]$system.TotalPhysicalMemory }
}
