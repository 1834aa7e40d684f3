# Says why a service cannot be brought to what is given, or nothing: not installed, marked for deletion, a secret is missing, or something keeps it from running.
function Find-ServiceBlocker {
    #remedyc:only Service.EnsuredAccount
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    #remedyc:end
    param(
        [Parameter(Mandatory)] [string] $Name,
        [switch] $Absent,
        #remedyc:only Service.EnsuredAccount
        [string] $Account = '',
        [string] $Password = '',
        #remedyc:end
        [string] $State = '',
        [string] $Startup = ''
    )
    if ($Absent) { return }
    $configuration = Get-ServiceConfiguration -Name $Name
    if ($null -eq $configuration) { return 'install the program that brings it' }
    #remedyc:only Service.EnsuredAccount
    if ($Account -ne '' -and $Password -ne '' -and (ConvertTo-ServiceAccount -Configuration $configuration) -ne $Account -and -not (Test-Secret $Password)) { return "the secret '$Password' is not there" }
    #remedyc:end
    if (Test-ServiceDeletion -Name $Name) { return 'it is marked for deletion; Windows removes it when it restarts' }
    if ($State -ne 'running') { return }
    $status = Get-ServiceStatus -Name $Name
    if ($null -eq $status -or $status.State -ne 'running') { Find-ServiceStartRefusal -Configuration $configuration -Startup $Startup }
}
