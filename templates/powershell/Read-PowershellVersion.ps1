# The version of Windows PowerShell.
function Read-PowershellVersion {
    [version](Read-SystemValue 'SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine' 'PowerShellVersion' -Required)
}
