# Adds a capability of Windows, or removes it, and never restarts; gives the exit code of dism.exe.
## Microsoft Learn, "DISM Capabilities Package Servicing Command-Line Options": /LimitAccess keeps it from Windows Update. 3010: done, and Windows must restart. 1460: the time was over.
function Switch-Capability([string] $Name, [bool] $Present, [string] $Source, [timespan] $Timeout) {
    # ERROR_INVALID_NAME: a quotation mark would end the argument
    if ("$Name$Source".Contains('"')) { return 123 }
    $arguments = "/Online /Quiet /NoRestart /CapabilityName:`"$Name`" $(if ($Present) { '/Add-Capability' } else { '/Remove-Capability' })"
    if ($Source) { $arguments += " /LimitAccess /Source:`"$($Source -replace '(\\+)$', '$1$1')`"" }
    $run = Invoke-Program -Path "$([Environment]::SystemDirectory)\dism.exe" -Arguments $arguments -Timeout $Timeout
    if ($run.TimedOut) { 1460 } else { $run.ExitCode }
}
