# Verdict on a service: it is as given. A pending state is waited for.
#remedyc:only Service.Absent
# Absent: it does not exist.
#remedyc:end
# Blocked: not installed; marked for deletion; disabled (itself, or a service that it needs) where it should run and the remedy does not say its startup.
function Test-Service {
    #remedyc:only Service.Account
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    #remedyc:end
    param(
        [Parameter(Mandatory)] [string] $Name,
        #remedyc:only Service.Absent
        [switch] $Absent,
        #remedyc:end
        [ValidateSet('', 'running', 'stopped')] [string] $State = '',
        [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
        #remedyc:only Service.Account
        [string] $Account = '',
        [string] $Password = '',
        #remedyc:end
        [timespan] $Timeout = [timespan]'00:00:30'
    )
    $configuration = Get-ServiceConfiguration -Name $Name
    #remedyc:only Service.Absent
    if ($Absent) {
        if ($null -eq $configuration) { return Holds }
        if (Test-ServiceDeletion -Name $Name) { return Deviates "service $Name is there and marked for deletion" }
        return Deviates "service $Name is there"
    }
    #remedyc:end
    if ($null -eq $configuration) { return Blocked "service $Name is not installed" }
    $deviations = @()
    $actualStartup = ConvertTo-ServiceStartup -Configuration $configuration
    if ($Startup -ne '' -and -not (Test-ServiceStartup -Actual $actualStartup -Wish $Startup)) { $deviations += "service $Name has startup $actualStartup, not $Startup" }
    #remedyc:only Service.Account
    if ($Account -ne '') {
        $actualAccount = ConvertTo-ServiceAccount -Configuration $configuration
        if ($actualAccount -ne $Account) { $deviations += "service $Name logs on as $(ConvertTo-Line ([string]$configuration.Account)), not as $Account" }
    }
    #remedyc:end
    if ($State -ne '') {
        $status = Get-SettledService -Name $Name -Timeout $Timeout
        if ($null -eq $status) { return Blocked "service $Name is not installed" }
        $actualState = ConvertTo-ServiceState -State $status.State
        if ($actualState -ne $State) { $deviations += "service $Name is $actualState" }
    }
    if ($deviations.Count -eq 0) { return Holds }
    $why = $deviations -join ' and '
    #remedyc:only Service.Account
    if ($Account -ne '' -and $actualAccount -ne $Account -and $Password -ne '' -and -not (Test-Secret $Password)) { return Blocked "$why; the secret '$Password' is not there" }
    #remedyc:end
    if (Test-ServiceDeletion -Name $Name) { return Blocked "$why, and it is marked for deletion: Windows removes it when it restarts" }
    if ($State -eq 'running' -and $actualState -ne 'running') {
        if ($actualStartup -eq 'disabled' -and $Startup -in '', 'disabled') { return Blocked "$why and disabled; set its startup where that is wanted" }
        $gpo = Find-ServiceLogonPolicy -Configuration $configuration
        if ($gpo) { return Blocked "${why}: $gpo" }
        foreach ($needed in @($configuration.Dependencies | Where-Object { $_ -notmatch '^\+' })) {
            $other = Get-ServiceConfiguration -Name $needed
            if ($null -eq $other) { return Blocked "$why; it depends on the service $needed, which is not installed" }
            if ($other.StartType -eq 4) { return Blocked "$why; it depends on the service $needed, which is disabled" }
        }
    }
    Deviates $why
}
