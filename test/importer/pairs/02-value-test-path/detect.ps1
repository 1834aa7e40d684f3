$regPath = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\OneDrive'
if (Test-Path $regPath) {
    $v = (Get-ItemProperty -Path $regPath -Name 'DisableFileSync' -ErrorAction SilentlyContinue).DisableFileSync
    if ($v -ne 0) { Write-Output 'Sync is off'; exit 1 }
    Write-Output 'Compliant'; exit 0
}
else { Write-Output 'Key is missing'; exit 1 }
