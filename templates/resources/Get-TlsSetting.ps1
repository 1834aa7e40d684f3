# Gives what Schannel's registry says of one protocol and role: Key, both values, State on, off, unset or mixed.
# Source: Microsoft, "Transport Layer Security (TLS) registry settings". Enabled is on with any number but 0; 0xffffffff is in use as well as 1.
# unset: neither value is there, so the default of this Windows counts. mixed: everything else, for example a value of a wrong type.
function Get-TlsSetting {
    param([Parameter(Mandatory)] [string] $Version, [Parameter(Mandatory)] [ValidateSet('Client', 'Server')] [string] $Role)
    $protocol = if ($Version -match '^[0-9]') { "TLS $Version" } else { $Version }
    $key = "HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$protocol\$Role"
    $enabled = Read-RegistryEntry -Key $key -Name 'Enabled'
    $disabled = Read-RegistryEntry -Key $key -Name 'DisabledByDefault'
    $isEnabled = $null -ne $enabled -and $enabled.Type -eq 'dword' -and $enabled.Data -ne 0
    $isDisabled = $null -ne $enabled -and $enabled.Type -eq 'dword' -and $enabled.Data -eq 0
    $byDefault = if ($null -ne $disabled -and $disabled.Type -eq 'dword') { $disabled.Data } else { -1 }
    $state = if ($null -eq $enabled -and $null -eq $disabled) { 'unset' }
    elseif ($isEnabled -and $byDefault -eq 0) { 'on' }
    elseif ($isDisabled -and $byDefault -eq 1) { 'off' }
    else { 'mixed' }
    [pscustomobject]@{
        Name = "$protocol $($Role.ToLowerInvariant())"; Key = $key; State = $state; Enabled = $enabled; DisabledByDefault = $disabled
        IsEnabled = $isEnabled; IsDisabled = $isDisabled; ByDefault = $byDefault
    }
}
