# An address of a firewall rule, written in the one way in which two can be compared.
## 10.0.0.0/255.0.0.0 is 10.0.0.0/8, as is 10.1.2.3/8; 10.0.0.1/255.255.255.255 and 10.0.0.1-10.0.0.1 are 10.0.0.1.
function Format-FirewallAddress([string] $Address) {
    $ends = @($Address.Split('-') | ForEach-Object { $_.Trim() -as [ipaddress] })
    if ($ends.Count -eq 2 -and $null -ne $ends[0] -and $null -ne $ends[1]) { return @($ends | ForEach-Object { "$_" } | Select-Object -Unique) -join '-' }
    $parts = $Address.Split('/')
    $ip = $parts[0] -as [ipaddress]
    if ($null -eq $ip) { return $Address.ToLowerInvariant() }
    $bytes = $ip.GetAddressBytes()
    $length = 8 * $bytes.Count
    $prefix = $length
    if ($parts.Count -eq 2) {
        if ($parts[1] -match '^[0-9]{1,3}\z') { $prefix = [Math]::Min($length, [int]$parts[1]) }
        else { $prefix = (@(([ipaddress]$parts[1]).GetAddressBytes() | ForEach-Object { [Convert]::ToString($_, 2) }) -join '' -replace '0').Length }
    }
    for ($i = 0; $i -lt $bytes.Count; $i++) {
        $free = [Math]::Max(0, [Math]::Min(8, 8 * ($i + 1) - $prefix))
        $bytes[$i] = $bytes[$i] -band (255 -bxor ((1 -shl $free) - 1))
    }
    "$([ipaddress]::new($bytes))$(if ($prefix -lt $length) { "/$prefix" })"
}
