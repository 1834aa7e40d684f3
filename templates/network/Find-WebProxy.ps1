# The proxy that Windows has for its services (netsh winhttp set proxy), 'direct' for a host that it passes by, or '' where it has none.
## Services have no proxy of a person's. The value's form: 12 bytes of which those at 8 are flags (2: a proxy is named), then twice a length and a text: the proxies, and whom they do not serve.
## Microsoft names place and value ("Use Group Policy to apply WinHTTP proxy settings to clients", with flags of 1 for none) and reads it so in CSS-Exchange (Get-HttpProxySetting); the texts:
## "WINHTTP_PROXY_INFO": [scheme=][scheme://]server[:port], by semicolons or blanks; * in names, <local> for those without a dot.
function Find-WebProxy([string] $Target) {
    $held = Get-RegistryValue 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections' 'WinHttpSettings'
    if ($null -eq $held -or $held.Type -ne 'Binary') { return '' }
    $data = [byte[]]$held.Data
    try {
        if (($data[8] -band 2) -eq 0) { return '' }
        $length = [BitConverter]::ToInt32($data, 12)
        $servers = [Text.Encoding]::ASCII.GetString($data, 16, $length) -split '[;\s]+'
        $passed = [Text.Encoding]::ASCII.GetString($data, 20 + $length, [BitConverter]::ToInt32($data, 16 + $length)) -split '[;\s]+'
    }
    catch { return '' }
    foreach ($name in $passed) {
        $pattern = if ($name -eq '<local>') { '^[^.:]+$' } else { "^$([regex]::Escape($name).Replace('\*', '.*'))$" }
        if ($name -ne '' -and (Test-Match $Target $pattern)) { return 'direct' }
    }
    $server = @($servers -match '^https=') + @($servers -notmatch '^$|=') | Select-Object -First 1
    if (-not $server) { return '' }
    $server = $server -replace '^https='
    if ($server -match '://') { $server } else { "http://$server" }
}
