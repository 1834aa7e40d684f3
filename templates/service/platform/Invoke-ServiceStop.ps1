# Asks a service to stop; gives the error number (1062 stopped, 1060 none).
## Asks a service to stop and does not wait; gives the error number: 0 accepted, 1051 others depend on it, 1061 not now, 1062 not started, 1060 no such service.
function Invoke-ServiceStop([string] $Name) {
    try { [ServiceProcess.ServiceController]::new($Name).Stop() } catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -isnot [ComponentModel.Win32Exception]) { throw }
        return $cause.NativeErrorCode
    }
    0
}
