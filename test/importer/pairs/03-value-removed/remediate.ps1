Remove-ItemProperty -Path "HKLM:\SOFTWARE\Contoso\Agent" -Name LegacyServer -Force
