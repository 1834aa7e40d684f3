# Enables an optional feature of Windows with all that it needs, or disables it, and never restarts; gives the exit code of dism.exe.
## Microsoft Learn, "DISM Operating System Package (.cab or .msu) Servicing Command-Line Options": /All enables the parents, /LimitAccess keeps it from Windows Update.
## 3010: done, and Windows must restart. 1460: the time was over.
function Switch-Feature([string] $Name, [bool] $Enabled, [string] $Source, [timespan] $Timeout) {
    # ERROR_INVALID_NAME: a quotation mark would end the argument
    if ("$Name$Source".Contains('"')) { return 123 }
    $arguments = "/Online /Quiet /NoRestart /FeatureName:`"$Name`" "
    if (-not $Enabled) { $arguments += '/Disable-Feature' }
    else {
        $arguments += '/Enable-Feature /All'
        if ($Source) { $arguments += " /LimitAccess /Source:`"$($Source -replace '(\\+)$', '$1$1')`"" }
    }
    $run = Invoke-Program -Path "$([Environment]::SystemDirectory)\dism.exe" -Arguments $arguments -Timeout $Timeout
    if ($run.TimedOut) { 1460 } else { $run.ExitCode }
}
