Set-ItemProperty -Path 'HKLM:\SOFTWARE\Policies\Contoso' -Name 'Level' -Value 3 -Type DWord
