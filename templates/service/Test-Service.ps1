# Tests a service: gives nothing where it is as given, else the reason. A pending state is waited for.
#remedyc:only Service.Absent
# Absent: it does not exist.
#remedyc:end
function Test-Service {
    param(
        [string] $Name,
        #remedyc:only Service.Absent
        [switch] $Absent,
        #remedyc:end
        [string] $State = '',
        [string] $Startup = '',
        #remedyc:only Service.EnsuredAccount
        [string] $Account = '',
        #remedyc:end
        [timespan] $Timeout = [timespan]'00:00:30'
    )
    $configuration = Get-ServiceConfiguration -Name $Name
    #remedyc:only Service.Absent
    if ($Absent) {
        if ($null -eq $configuration) { return }
        $marked = if (Test-ServiceDeletion -Name $Name) { ' and marked for deletion' } else { '' }
        return "service $Name is there$marked"
    }
    #remedyc:end
    if ($null -eq $configuration) { return "service $Name is not installed" }
    $deviations = @()
    $actualStartup = ConvertTo-ServiceStartup -Configuration $configuration
    if ($Startup -ne '' -and -not (Test-StartType -Actual $actualStartup -Wish $Startup)) { $deviations += "service $Name has startup $actualStartup, not $Startup" }
    #remedyc:only Service.EnsuredAccount
    if ($Account -ne '' -and (ConvertTo-ServiceAccount -Configuration $configuration) -ne $Account) {
        $deviations += "service $Name logs on as $(ConvertTo-Line ([string]$configuration.Account)), not as $Account"
    }
    #remedyc:end
    if ($State -ne '') {
        $status = Get-SettledService -Name $Name -Timeout $Timeout
        if ($null -eq $status) { return "service $Name is not installed" }
        $actualState = ConvertTo-ServiceState -State $status.State
        if ($actualState -ne $State) { $deviations += "service $Name is $actualState" }
    }
    if ($deviations.Count -gt 0) { $deviations -join ' and ' }
}
