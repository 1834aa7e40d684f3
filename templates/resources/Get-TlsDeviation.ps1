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
    $words = foreach ($entry in @{ Name = 'Enabled'; Value = $is.Enabled }, @{ Name = 'DisabledByDefault'; Value = $is.DisabledByDefault }) {
        if ($null -eq $entry.Value) { "$($entry.Name) is missing" }
        else { "$($entry.Name) is $(Format-RegistryData -Type $entry.Value.Type -Data $entry.Value.Data)" }
    }
    $why = "$($is.Name) $said, it should be ${Wish}: $($words -join ', ')"
    $isEnough = if ($Wish -eq 'on') { $is.IsEnabled } else { $is.IsDisabled }
    $byDefault = [int]($Wish -eq 'off')
    if (-not $isEnough) { [pscustomobject]@{ Key = $is.Key; Name = 'Enabled'; Data = [int]($Wish -eq 'on'); Why = $why } }
    if ($is.ByDefault -ne $byDefault) { [pscustomobject]@{ Key = $is.Key; Name = 'DisabledByDefault'; Data = $byDefault; Why = $why } }
}
