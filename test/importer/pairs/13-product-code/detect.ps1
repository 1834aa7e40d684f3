$code = '{1F2E3D4C-5B6A-4798-8899-AABBCCDDEEFF}'
if (Test-Path "HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\$code") { Write-Output 'still there'; exit 1 }
exit 0
