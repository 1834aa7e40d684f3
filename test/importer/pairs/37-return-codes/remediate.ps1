Set-ItemProperty -Path 'HKCU:\Software\Contoso' -Name 'Theme' -Value 'dark'
