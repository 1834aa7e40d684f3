try { Set-ItemProperty -Path 'HKLM:\SOFTWARE\Contoso' -Name 'State' -Value 'on' -ErrorAction Stop }
catch { Write-Output 'failed'; exit 0 }
