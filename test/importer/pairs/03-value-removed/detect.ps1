$key = "HKLM:\SOFTWARE\Contoso\Agent"
$old = Get-ItemProperty -Path $key -Name LegacyServer -ErrorAction SilentlyContinue
if ($null -eq $old) {
    Write-Host "OK"
    exit 0
} else {
    Write-Host "LegacyServer is set"
    exit 1
}
