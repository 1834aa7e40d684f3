function Set-Value ($Path, $Name, $Value, $Type = 'DWord') {
    if (!(Test-Path $Path)) { New-Item -Path $Path -Force | Out-Null }
    New-ItemProperty -Path $Path -Name $Name -Value $Value -PropertyType $Type -Force | Out-Null
}
foreach ($version in 'TLS 1.0', 'TLS 1.1') {
    Set-Value -Path "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\Server" -Name Enabled -Value '00000000'
    Set-Value "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\$version\Client" Enabled 0
}
