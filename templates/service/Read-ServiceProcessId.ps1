# Gives the process of a running service, $null for none.
function Read-ServiceProcessId([string] $Name) {
    if ($null -eq (Get-SettledService $Name)) { return }
    $id = (Get-ServiceStatus -Name $Name).ProcessId
    if ($id -ne 0) { $id }
}
