# One property of an account of this computer; $null where it does not exist.
function Read-LocalUser([string] $Account, [string] $Property) {
    $name = Get-UserName $Account
    $state = if ($name) { Get-UserState $name }
    if (-not $state) { return }
    #remedyc:only LocalUser.Enabled
    if ($Property -eq 'enabled') { -not ($state.Flags -band 2) }
    #remedyc:end
    #remedyc:only LocalUser.MayChangePassword
    if ($Property -eq 'may_change_password') { -not ($state.Flags -band 0x40) }
    #remedyc:end
    #remedyc:only LocalUser.PasswordNeverExpires
    if ($Property -eq 'password_never_expires') { [bool]($state.Flags -band 0x10000) }
    #remedyc:end
    #remedyc:only LocalUser.FullName
    if ($Property -eq 'full_name') { $state.FullName }
    #remedyc:end
    #remedyc:only LocalUser.Description
    if ($Property -eq 'description') { $state.Description }
    #remedyc:end
    #remedyc:only LocalUser.PasswordAge
    if ($Property -eq 'password_age') { [timespan]::FromSeconds((Get-UserPasswordAge $name)) }
    #remedyc:end
}
