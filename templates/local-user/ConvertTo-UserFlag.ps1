# Flags of an account as they should be.
## UF_ACCOUNTDISABLE, UF_PASSWD_CANT_CHANGE, UF_DONT_EXPIRE_PASSWD: USER_INFO_1, learn.microsoft.com/windows/win32/api/lmaccess/ns-lmaccess-user_info_1.
function ConvertTo-UserFlag {
    param(
        #remedyc:only LocalUser.EnsuredEnabled
        [bool] $Enabled,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredMayChangePassword
        [bool] $MayChangePassword,
        #remedyc:end
        #remedyc:only LocalUser.EnsuredPasswordNeverExpires
        [bool] $PasswordNeverExpires,
        #remedyc:end
        [int] $Flags
    )
    #remedyc:only LocalUser.EnsuredEnabled
    # UF_ACCOUNTDISABLE
    if ($PSBoundParameters.ContainsKey('Enabled')) { $Flags = if ($Enabled) { $Flags -band -bnot 2 } else { $Flags -bor 2 } }
    #remedyc:end
    #remedyc:only LocalUser.EnsuredMayChangePassword
    # UF_PASSWD_CANT_CHANGE
    if ($PSBoundParameters.ContainsKey('MayChangePassword')) { $Flags = if ($MayChangePassword) { $Flags -band -bnot 0x40 } else { $Flags -bor 0x40 } }
    #remedyc:end
    #remedyc:only LocalUser.EnsuredPasswordNeverExpires
    # UF_DONT_EXPIRE_PASSWD
    if ($PSBoundParameters.ContainsKey('PasswordNeverExpires')) { $Flags = if ($PasswordNeverExpires) { $Flags -bor 0x10000 } else { $Flags -band -bnot 0x10000 } }
    #remedyc:end
    $Flags
}
