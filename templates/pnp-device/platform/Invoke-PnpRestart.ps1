# Stops a device and starts it again; gives the exit code of pnputil.exe.
## "PnPUtil Command Syntax", /restart-device from Windows 10 2004 on; "PnPUtil return values": 3010 and 1641 where Windows must restart (Microsoft Learn). 1460: the time was over.
function Invoke-PnpRestart([string] $InstanceId, [timespan] $Timeout) {
    # ERROR_INVALID_NAME: a quotation mark would end the argument
    if ($InstanceId.Contains('"')) { return 123 }
    $run = Invoke-Program -Path "$([Environment]::SystemDirectory)\pnputil.exe" -Arguments "/restart-device `"$($InstanceId -replace '(\\+)$', '$1$1')`"" -Timeout $Timeout
    if ($run.TimedOut) { 1460 } else { $run.ExitCode }
}
