# Why an account of this computer cannot be made as wanted, or nothing.
function Find-LocalUserBlocker {
    #remedyc:only LocalUser.EnsuredPassword
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingPlainTextForPassword', 'Password', Justification = 'The name of a secret, not the secret')]
    #remedyc:end
    param(
        #remedyc:only LocalUser.Absent
        [switch] $Absent,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredEnabled
        [bool] $Enabled,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPassword
        [string] $Password,
        #remedyc:end
        [string] $Account
    )
    #remedyc:only Context.User
    if (-not (Test-Elevation)) { return 'administrator''s rights are needed' }
    #remedyc:end
    #remedyc:only LocalUser.Absent
    if ($Absent -and $Account -notlike '.\*') { return 'it is an account of Windows, which is never deleted' }
    #remedyc:end
    $name = Get-UserName $Account
    $state = if ($name) { Get-UserState $name }
    if (-not $state) {
        if ($Account -notlike '.\*') { return 'this Windows has no such account, and none of Windows is made' }
        #remedyc:only LocalUser.EnsuredPassword
        if ($Password) { if (-not (Test-Secret $Password)) { "the secret '$Password' is not there" }; return }
        #remedyc:end
        #remedyc:only LocalUser.Own
        return 'the remedy gives no password to make it with'
        #remedyc:end
    }
    #remedyc:only LocalUser.Absent LocalUser.EnsuredEnabled
    $harm = $false
    #remedyc:end
    #remedyc:only LocalUser.Absent
    if ($Absent) { $harm = $true }
    #remedyc:end
    #remedyc:only LocalUser.EnsuredEnabled
    if ($PSBoundParameters.ContainsKey('Enabled') -and $Enabled -eq [bool]($state.Flags -band 2)) {
        if (-not $Enabled) { $harm = $true }
        $refusal = Find-AccountStatusRefusal $Account $Enabled
        if ($refusal) { return $refusal }
    }
    #remedyc:end
    #remedyc:only LocalUser.Absent LocalUser.EnsuredEnabled
    if ($harm -and (Get-AccountSid ".\$name") -eq (Get-UserSid)) { 'it is the account that runs this script' }
    #remedyc:end
}
