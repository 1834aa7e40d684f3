# Schannel's registry for a protocol and role: Path, both values, State (on, off, unset, mixed).
## What Schannel's registry says of a protocol and role: Path, both values as people read them, State: on, off, unset, mixed.
## Microsoft, "Transport Layer Security (TLS) registry settings". Enabled is on with any number but 0; 0xffffffff is in use as well as 1.
function Get-TlsSetting([string] $Version, [string] $Role) {
    $path = "SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS $Version\$Role"
    $enabled, $disabled = foreach ($name in 'Enabled', 'DisabledByDefault') { Format-RegistryState (Get-RegistryValue 'HKLM' $path $name) }
    $state = switch -Regex ("$enabled, $disabled") { '^missing, missing$' { 'unset' } '^dword [1-9]\d*, dword 0$' { 'on' } '^dword 0, dword 1$' { 'off' } default { 'mixed' } }
    [pscustomobject]@{ Path = $path; Enabled = $enabled; DisabledByDefault = $disabled; State = $state }
}
