# Whether another installation was running (1618).
## True when a repair failed only since another installation was running: its exception bears the number 1618, whatever its text says.
function Test-BusyFailure([Management.Automation.ErrorRecord] $Failure) {
    $cause = $Failure.Exception.GetBaseException()
    $cause -is [ComponentModel.Win32Exception] -and ([ComponentModel.Win32Exception]$cause).NativeErrorCode -eq 1618
}
