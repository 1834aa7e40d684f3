# Gives Name and ProcessId of the services that run in processes.
function Find-ServiceProcess {
    Get-CimInstance -ClassName Win32_Service -Filter 'ProcessId != 0' -Property Name, ProcessId -OperationTimeoutSec 20 | ForEach-Object { [pscustomobject]@{ Name = $_.Name; ProcessId = [int]$_.ProcessId } }
}
