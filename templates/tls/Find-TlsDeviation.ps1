# The values of Schannel that differ from what is wished for a protocol: Path, Name and the Data wanted.
function Find-TlsDeviation([string] $Version, [string] $Client, [string] $Server) {
    foreach ($role in 'Client', 'Server') {
        $wish = if ($role -eq 'Client') { $Client } else { $Server }
        if (-not $wish) { continue }
        $is = Get-TlsSetting $Version $role
        $on = [int]($wish -eq 'on')
        if ($is.Enabled -notmatch @('^dword 0$', '^dword [1-9]')[$on]) { [pscustomobject]@{ Path = $is.Path; Name = 'Enabled'; Data = $on } }
        if ($is.DisabledByDefault -ne "dword $(1 - $on)") { [pscustomobject]@{ Path = $is.Path; Name = 'DisabledByDefault'; Data = 1 - $on } }
    }
}
