# The reason where Enabled and DisabledByDefault do not say what is wished for client and server.
function Test-Tls([string] $Version, [string] $Client, [string] $Server) {
    $why = foreach ($role in 'Client', 'Server') {
        $wish = if ($role -eq 'Client') { $Client } else { $Server }
        $is = Get-TlsSetting $Version $role
        if (-not $wish -or $is.State -eq $wish) { continue }
        $said = if ($is.State -eq 'unset') { 'not set (the default of Windows counts)' } elseif ($is.State -eq 'on') { 'explicitly enabled' } elseif ($is.Enabled -eq 'dword 0') { 'explicitly disabled' } else { 'only partly set' }
        "TLS $Version $($role.ToLowerInvariant()) is $said, it should be ${wish}: Enabled is $($is.Enabled), DisabledByDefault is $($is.DisabledByDefault)"
    }
    if ($why) { $why -join ' and ' }
}
