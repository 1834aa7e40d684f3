$bad = $false
foreach ($version in 'TLS 1.0', 'TLS 1.1') {
    foreach ($side in @('Server', 'Client')) {
        $key = 'HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\{0}\{1}' -f $version, $side
        if (Test-Path $key) {
            $value = Get-ItemProperty -Path $key -Name Enabled -ErrorAction SilentlyContinue
            if ($null -eq $value -or $value.Enabled -ne 0) { $bad = $true }
        } else { $bad = $true }
    }
}
if ($bad) { Write-Warning 'Old TLS is on'; exit 1 }
Write-Output 'Old TLS is off'
exit 0
