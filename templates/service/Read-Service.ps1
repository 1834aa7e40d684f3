# Reads one property of a service; $null when it does not exist, exists: $false. A pending state is waited for, 30 s at most.
function Read-Service {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('exists', 'state', 'startup', 'account', 'display_name', 'path', 'process_id', 'exit_code')] [string] $Property
    )
    if ($Property -eq 'exists') { return $null -ne (Get-ServiceState -Name $Name) }
    #remedyc:only Service.ProcessId
    if ($Property -eq 'process_id') {
        if ($null -eq (Get-SettledService -Name $Name)) { return }
        $id = (Get-ServiceStatus -Name $Name).ProcessId
        if ($id -ne 0) { return $id } else { return }
    }
    #remedyc:end
    #remedyc:only Service.ExitCode
    if ($Property -eq 'exit_code') {
        if ($null -ne (Get-SettledService -Name $Name)) { return (Get-ServiceStatus -Name $Name).ExitCode } else { return }
    }
    #remedyc:end
    #remedyc:only Service.State
    if ($Property -eq 'state') {
        $state = Get-SettledService -Name $Name
        if ($null -ne $state) { return ConvertTo-ServiceState -State $state.State } else { return }
    }
    #remedyc:end
    #remedyc:only Service.DisplayName
    if ($Property -eq 'display_name') {
        $state = Get-ServiceState -Name $Name
        if ($null -ne $state) { return $state.DisplayName } else { return }
    }
    #remedyc:end
    #remedyc:only Service.Startup Service.Account Service.Path
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -eq $configuration) { return }
    switch ($Property) {
        'startup' { ConvertTo-ServiceStartup -Configuration $configuration }
        'account' { ConvertTo-ServiceAccount -Configuration $configuration }
        'path' { $configuration.Path }
    }
    #remedyc:end
}
