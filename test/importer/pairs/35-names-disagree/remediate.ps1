Set-ItemProperty -Path 'HKLM:\SOFTWARE\Policies\Contoso' -Name 'EnabledFeature' -Value 1 -Type DWord
