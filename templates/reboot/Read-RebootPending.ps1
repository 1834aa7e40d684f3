# Whether Windows waits for a restart.
## Component servicing, Windows Update, a rename of the computer, a domain join, the Configuration Manager client.
function Read-RebootPending {
    $windows = 'SOFTWARE\Microsoft\Windows\CurrentVersion'
    foreach ($path in "$windows\Component Based Servicing\RebootPending", "$windows\WindowsUpdate\Auto Update\RebootRequired") {
        if (Test-RegistryPath 'HKLM' $path) { return $true }
    }
    $names = 'SYSTEM\CurrentControlSet\Control\ComputerName'
    if (-not [string]::Equals((Read-SystemValue "$names\ActiveComputerName" 'ComputerName'), (Read-SystemValue "$names\ComputerName" 'ComputerName'), 'OrdinalIgnoreCase')) { return $true }
    $netlogon = 'SYSTEM\CurrentControlSet\Services\Netlogon'
    foreach ($name in 'JoinDomain', 'AvoidSpnSet') {
        # values by the documentation of third parties; some tools look for keys of these names
        if ($null -ne (Read-SystemValue $netlogon $name) -or (Test-RegistryPath 'HKLM' "$netlogon\$name")) { return $true }
    }
    # the client is there when its service is, its registry key survives an uninstall; a client that is broken says nothing about Windows
    try { $null -ne (Get-ServiceState 'CcmExec') -and (Get-ConfigMgrRestart) }
    catch {
        Write-Remark -Text "warning: the Configuration Manager client could not be asked whether it waits for a restart: $(Get-FailureText -Failure $_)"
        $false
    }
}
