# Gives the registry values that differ from the wish for one protocol and role: Key, Name, Data (wanted), Why (one text for both).
function Get-TlsDeviation {
    param(
        [Parameter(Mandatory)] [string] $Version,
        [Parameter(Mandatory)] [string] $Role,
        [Parameter(Mandatory)] [ValidateSet('on', 'off')] [string] $Wish
    )
    $is = Get-TlsSetting -Version $Version -Role $Role
    if ($is.State -eq $Wish) { return }
    $said = switch ($is.State) {
        'unset' { 'is not set (the default of Windows counts)' }
        'off' { 'is explicitly disabled' }
        'on' { 'is explicitly enabled' }
        default { if ($is.IsDisabled) { 'is explicitly disabled' } else { 'is only partly set' } }
    }
    $why = "$($is.Name) $said, it should be ${Wish}: $($is.Text)"
    if ($Wish -eq 'on') {
        if (-not $is.IsEnabled) { [pscustomobject]@{ Key = $is.Key; Name = 'Enabled'; Data = 1; Why = $why } }
        if ($is.DisabledByDefault -ne 0) { [pscustomobject]@{ Key = $is.Key; Name = 'DisabledByDefault'; Data = 0; Why = $why } }
    }
    else {
        if (-not $is.IsDisabled) { [pscustomobject]@{ Key = $is.Key; Name = 'Enabled'; Data = 0; Why = $why } }
        if ($is.DisabledByDefault -ne 1) { [pscustomobject]@{ Key = $is.Key; Name = 'DisabledByDefault'; Data = 1; Why = $why } }
    }
}
