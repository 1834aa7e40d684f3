# Changes an account of this computer where it is not as wanted; makes one of its own where it is missing.
## It is made with the flags that it should have, so it is never enabled for a moment. The password is read here and nowhere else.
function Repair-LocalUser {
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
        #remedyc:only LocalUser.EnsuredPassword
        [string] $Password,
        #remedyc:end
        [string] $Account
    )
    try {
        #remedyc:only LocalUser.Absent LocalUser.EnsuredPassword LocalUser.EnsuredEnabled LocalUser.EnsuredMayChangePassword LocalUser.EnsuredPasswordNeverExpires LocalUser.EnsuredFullName LocalUser.EnsuredDescription
        $name = Get-UserName $Account
        #remedyc:end
        #remedyc:only LocalUser.Absent
        if ($Absent) {
            Add-Journal 'Lost' "local user $Account was deleted, with its SID"
            return Uninstall-User $name
        }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPassword LocalUser.EnsuredEnabled LocalUser.EnsuredMayChangePassword LocalUser.EnsuredPasswordNeverExpires LocalUser.EnsuredFullName LocalUser.EnsuredDescription
        $state = Get-UserState $name
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPassword
        # a parameter's name may be short: it would be taken for PasswordNeverExpires
        [void]$PSBoundParameters.Remove('Password')
        if (-not $state) {
            $secret = [securestring]::new()
            foreach ($character in (Read-Secret $Password).ToCharArray()) { $secret.AppendChar($character) }
            # UF_NORMAL_ACCOUNT, UF_SCRIPT
            $flags = ConvertTo-UserFlag -Flags 0x201 @PSBoundParameters
            Add-Journal 'LocalUser' $Account '' 'there'
            Install-User $name $secret $flags
            $state = Get-UserState $name
        }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredEnabled LocalUser.EnsuredMayChangePassword LocalUser.EnsuredPasswordNeverExpires
        $flags = ConvertTo-UserFlag -Flags $state.Flags @PSBoundParameters
        foreach ($flag in 2, 0x40, 0x10000) {
            if (($flags -bxor $state.Flags) -band $flag) { Add-Journal 'UserFlag' $Account, "$flag" "$($state.Flags -band $flag)" "$($flags -band $flag)" }
        }
        if ($flags -ne $state.Flags) { Write-UserFlag $name $flags }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredFullName
        if ($PSBoundParameters.ContainsKey('FullName') -and -not (Test-Text $state.FullName $FullName)) {
            Add-Journal 'UserText' $Account, '1011' $state.FullName $FullName
            Write-UserText $name 1011 $FullName
        }
        #remedyc:end
        #remedyc:only LocalUser.EnsuredDescription
        if ($PSBoundParameters.ContainsKey('Description') -and -not (Test-Text $state.Description $Description)) {
            Add-Journal 'UserText' $Account, '1007' $state.Description $Description
            Write-UserText $name 1007 $Description
        }
        #remedyc:end
    }
    # what Windows says ('Access is denied') names no account
    catch { throw "Windows refused to change local user ${Account}: $(Get-FailureText $_)" }
}
