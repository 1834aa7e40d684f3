# Brings a service to what is given, its state last. Only what differs is changed.
#remedyc:only Service.EnsuredAccount
# The password is read here and nowhere else. A running service whose account changed is started again, since the account counts from then on.
#remedyc:end
#remedyc:only Service.Absent
# Absent: stops and deletes it.
#remedyc:end
function Repair-Service {
    #remedyc:only Service.EnsuredAccount
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    #remedyc:end
    param(
        [Parameter(Mandatory)] [string] $Name,
        #remedyc:only Service.Absent
        [switch] $Absent,
        #remedyc:end
        [ValidateSet('', 'running', 'stopped')] [string] $State = '',
        [ValidateSet('', 'automatic', 'automatic_delayed', 'manual', 'disabled')] [string] $Startup = '',
        #remedyc:only Service.EnsuredAccount
        [string] $Account = '',
        [string] $Password = '',
        #remedyc:end
        [timespan] $Timeout = [timespan]'00:00:30'
    )
    #remedyc:only Service.Absent
    if ($Absent) { return Repair-ServiceAbsence -Name $Name -Timeout $Timeout }
    #remedyc:end
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -eq $configuration) { throw "service $Name is not installed" }
    # noted first, so that it is undone last: a disabled service does not start
    if ($State -ne '') { Save-ServiceRun $Name $State }
    if ($Startup -ne '' -and -not (Test-StartType -Actual (ConvertTo-ServiceStartup -Configuration $configuration) -Wish $Startup)) {
        Add-Journal 'ServiceStartup' $Name (ConvertTo-ServiceStartup -Configuration $configuration) $Startup
        $code = Write-ServiceConfiguration -Name $Name -StartType @{ automatic = 2; automatic_delayed = 2; manual = 3; disabled = 4 }[$Startup]
        if ($code -eq 0 -and $Startup -like 'automatic*') { $code = Write-ServiceDelay -Name $Name -Delayed ($Startup -eq 'automatic_delayed') }
        if ($code -ne 0) { throw "the startup of service $Name could not be set to ${Startup}: $(Get-ServiceErrorText -Code $code)" }
    }
    #remedyc:only Service.EnsuredAccount
    if ($Account -ne '' -and (ConvertTo-ServiceAccount -Configuration $configuration) -ne $Account) {
        $change = @{ Name = $Name; Account = (ConvertFrom-ServiceAccount -Name $Name -Sid $Account) }
        if ($Password -ne '') {
            $change['Password'] = [securestring]::new()
            foreach ($character in (Read-Secret $Password).ToCharArray()) { $change.Password.AppendChar($character) }
        }
        Add-Journal 'ServiceAccount' $Name (ConvertTo-ServiceAccount -Configuration $configuration) $Account
        $code = Write-ServiceConfiguration @change
        if ($code -ne 0) { throw "the account of service $Name could not be set to ${Account}: $(Get-ServiceErrorText -Code $code)" }
        $status = Get-SettledService -Name $Name -Timeout $Timeout
        if ($null -ne $status -and $status.State -ne 'stopped' -and $State -ne 'stopped') { Invoke-ServiceRestart -Name $Name -Timeout $Timeout }
    }
    #remedyc:end
    if ($State -eq 'running') { Wait-ServiceStart -Name $Name -Timeout $Timeout }
    elseif ($State -eq 'stopped') { $null = Wait-ServiceStop -Name $Name -Timeout $Timeout }
}
