# The capacity in bytes of each memory module (Win32_PhysicalMemory).
## Nothing where the firmware lists none, as on some virtual machines.
function Get-MemoryModule {
    #remedyc:every-host
    Get-CimInstance -ClassName Win32_PhysicalMemory -Property Capacity -OperationTimeoutSec 20 | ForEach-Object { [long]$_.Capacity }
}
