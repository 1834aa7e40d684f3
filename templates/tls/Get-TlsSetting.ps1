# Gives what Schannel's registry says of one protocol and role: Name, Path, both values; IsOn (1, 0) and ByDefault, -1 where the value is missing or of another type; State.
# Source: Microsoft, "Transport Layer Security (TLS) registry settings". Enabled is on with any number but 0; 0xffffffff is in use as well as 1.
# State on, off; unset: neither value is there, so the default of this Windows counts; mixed: everything else.
function Get-TlsSetting([string] $Version, [string] $Role) {
    $protocol = if ($Version -match '^[0-9]') { "TLS $Version" } else { $Version }
    $path = "SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$protocol\$Role"
    $enabled = Get-RegistryValue -Hive 'HKLM' -Path $path -Name 'Enabled'
    $disabled = Get-RegistryValue -Hive 'HKLM' -Path $path -Name 'DisabledByDefault'
    $isOn = if ($null -ne $enabled -and $enabled.Type -eq 'DWord') { [int]($enabled.Data -ne 0) } else { -1 }
    $byDefault = if ($null -ne $disabled -and $disabled.Type -eq 'DWord') { $disabled.Data } else { -1 }
    $state = if ($null -eq $enabled -and $null -eq $disabled) { 'unset' } elseif ($isOn -eq 1 -and $byDefault -eq 0) { 'on' } elseif ($isOn -eq 0 -and $byDefault -eq 1) { 'off' } else { 'mixed' }
    [pscustomobject]@{ Name = "$protocol $($Role.ToLowerInvariant())"; Path = $path; Enabled = $enabled; DisabledByDefault = $disabled; IsOn = $isOn; ByDefault = $byDefault; State = $state }
}
