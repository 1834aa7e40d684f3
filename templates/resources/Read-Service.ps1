# Reads one property of a service; $null when it does not exist, exists: $false. A pending state is waited for, 30 s at most.
function Read-Service {
    param(
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [ValidateSet('exists', 'state', 'startup', 'account', 'display_name', 'path', 'process_id')] [string] $Property
    )
    if ($Property -eq 'exists') { return $null -ne (Get-ServiceStatus -Name $Name) }
    #remedyc:only Service.State Service.ProcessId
    if ($Property -in 'state', 'process_id') {
        $status = Get-SettledService -Name $Name
        if ($null -eq $status) { return }
        if ($Property -eq 'process_id') { if ($status.ProcessId -ne 0) { return $status.ProcessId } else { return } }
        return ConvertTo-ServiceState -State $status.State
    }
    #remedyc:end
    #remedyc:only Service.Startup Service.Account Service.DisplayName Service.Path
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -eq $configuration) { return }
    switch ($Property) {
        'startup' { ConvertTo-ServiceStartup -Configuration $configuration }
        'account' { ConvertTo-ServiceAccount -Configuration $configuration }
        'display_name' { $configuration.DisplayName }
        'path' { $configuration.Path }
    }
    #remedyc:end
}
