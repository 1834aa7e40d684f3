# The reason where an account of this computer is not as wanted.
function Test-LocalUser {
    param(
        #remedyc:only LocalUser.Absent
        [switch] $Absent,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredEnabled
        [bool] $Enabled,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredMayChangePassword
        [bool] $MayChangePassword,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPasswordNeverExpires
        [bool] $PasswordNeverExpires,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredFullName
        [string] $FullName,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredDescription
        [string] $Description,
        #remedyc:end
        [string] $Account
    )
    $name = Get-UserName $Account
    $state = if ($name) { Get-UserState $name }
    #remedyc:only LocalUser.Absent
    if ($Absent) { if ($state) { "local user $Account is there, it should be absent" }; return }
    #remedyc:end
    if (-not $state) { return "local user $Account is missing" }
    $why = @(
        #remedyc:only LocalUser.EnsuredEnabled LocalUser.EnsuredMayChangePassword LocalUser.EnsuredPasswordNeverExpires
        $change = $state.Flags -bxor (ConvertTo-UserFlag -Flags $state.Flags @PSBoundParameters)
        #remedyc:end
        #remedyc:only LocalUser.EnsuredEnabled
        if ($change -band 2) { if ($Enabled) { 'is disabled' } else { 'is enabled' } }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredMayChangePassword
        if ($change -band 0x40) { if ($MayChangePassword) { 'may not change its password' } else { 'may change its password' } }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPasswordNeverExpires
        if ($change -band 0x10000) { if ($PasswordNeverExpires) { 'has a password that expires' } else { 'has a password that never expires' } }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredFullName
        if ($PSBoundParameters.ContainsKey('FullName') -and -not (Test-Text $state.FullName $FullName)) { "has the full name $(Format-Name $state.FullName), it should be $(Format-Name $FullName)" }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredDescription
        if ($PSBoundParameters.ContainsKey('Description') -and -not (Test-Text $state.Description $Description)) { "is described as $(Format-Name $state.Description), it should be $(Format-Name $Description)" }
        #remedyc:end
    ) -join ' and '
    if ($why) { "local user $Account $why" }
}
