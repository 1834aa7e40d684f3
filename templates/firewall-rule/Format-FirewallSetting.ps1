# Something of a firewall rule as one text, whether a remedy says it or Windows has it so; lists are sorted.
function Format-FirewallSetting([string] $Setting, [object] $Value) {
    if ("$Value" -eq '') { return 'any' }
    switch ($Setting) {
        'profiles' { @('domain', 'private', 'public' | Where-Object { @($Value) -contains $_ }) -join ', ' }
        { $_ -in 'local_ports', 'remote_ports' } { @("$Value".Replace('*', 'any') -split '[, ]+' | Sort-Object -Unique) -join ', ' }
        'remote_addresses' { @("$Value".Replace('*', 'any') -split '[, ]+' | ForEach-Object { Format-FirewallAddress $_ } | Sort-Object -Unique) -join ', ' }
        'program' { try { Expand-Path "$Value" } catch { "$Value" } }
        'service' { "$Value" }
        default { "$Value".ToLowerInvariant() }
    }
}
