# Tests a protocol of Schannel: gives nothing where Enabled and DisabledByDefault say what is wished for client and server, else the reason.
function Test-Tls([string] $Version, [string] $Client = '', [string] $Server = '') {
    $why = foreach ($role in @{ Name = 'Client'; Wish = $Client }, @{ Name = 'Server'; Wish = $Server }) {
        if ($role.Wish -eq '') { continue }
        $is = Get-TlsSetting -Version $Version -Role $role.Name
        if ($is.State -eq $role.Wish) { continue }
        $said = if ($is.State -eq 'unset') { 'is not set (the default of Windows counts)' } elseif ($is.State -eq 'on') { 'is explicitly enabled' } elseif ($is.IsOn -eq 0) { 'is explicitly disabled' } else { 'is only partly set' }
        "$($is.Name) $said, it should be $($role.Wish): Enabled is $(Format-RegistryState $is.Enabled), DisabledByDefault is $(Format-RegistryState $is.DisabledByDefault)"
    }
    if ($null -ne $why) { $why -join ' and ' }
}
