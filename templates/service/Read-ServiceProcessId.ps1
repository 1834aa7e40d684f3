# Gives the process of a running service, $null for none.
function Read-ServiceProcessId([string] $Name) {
    if ((Get-SettledState $Name) -eq '') { return }
    $id = (Get-ServiceStatus $Name).ProcessId
    if ($id -ne 0) { $id }
}
