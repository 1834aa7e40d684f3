# Asks to start a service; gives the error number (1056 runs, 1060 none).
## Asks the service control manager to start a service and does not wait; gives its error number: 0 accepted, 1056 runs already, 1060 no such service.
function Invoke-ServiceStart([string] $Name) {
    try { [ServiceProcess.ServiceController]::new($Name).Start() } catch {
        $cause = $_.Exception.GetBaseException()
        if ($cause -isnot [ComponentModel.Win32Exception]) { throw }
        return $cause.NativeErrorCode
    }
    0
}
