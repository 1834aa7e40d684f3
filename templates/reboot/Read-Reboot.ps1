# Reads whether Windows waits for a restart (pending), or whether only files wait to be renamed or deleted by one (file_renames).
# pending: component servicing, Windows Update, a rename of the computer, a domain join, the Configuration Manager client. File renames stand
# apart, because browsers and virus scanners leave some on most machines. The client is there when its service is: its registry key survives an uninstall.
function Read-Reboot {
    param([Parameter(Mandatory)] [ValidateSet('pending', 'file_renames')] [string] $Property)

    if ($Property -eq 'file_renames') {
        $renames = @(Read-SystemValue -Path 'SYSTEM\CurrentControlSet\Control\Session Manager' -Name 'PendingFileRenameOperations')
        return @($renames | Where-Object { $_ }).Count -gt 0
    }
    $windows = 'SOFTWARE\Microsoft\Windows\CurrentVersion'
    foreach ($path in "$windows\Component Based Servicing\RebootPending", "$windows\WindowsUpdate\Auto Update\RebootRequired") {
        if (Test-RegistryPath -Hive 'HKLM' -Path $path) { return $true }
    }
    $names = 'SYSTEM\CurrentControlSet\Control\ComputerName'
    $active = Read-SystemValue -Path "$names\ActiveComputerName" -Name 'ComputerName'
    $next = Read-SystemValue -Path "$names\ComputerName" -Name 'ComputerName'
    if (-not (Test-Text $active $next -IgnoreCase)) { return $true }

    $netlogon = 'SYSTEM\CurrentControlSet\Services\Netlogon'
    foreach ($name in 'JoinDomain', 'AvoidSpnSet') {
        # The values by the documentation of third parties; some tools look for keys of these names
        if ($null -ne (Read-SystemValue -Path $netlogon -Name $name) -or (Test-RegistryPath -Hive 'HKLM' -Path "$netlogon\$name")) { return $true }
    }
    # a client that is broken says nothing about Windows
    try { $null -ne (Get-ServiceState -Name 'CcmExec') -and (Get-ConfigMgrRestart) }
    catch {
        Write-Remark -Text "warning: the Configuration Manager client could not be asked whether it waits for a restart: $(Get-FailureText -Failure $_)"
        $false
    }
}
