$Path = "HKLM:\SOFTWARE\Policies\Contoso\Browser"
If (!(Test-Path $Path)) { New-Item -Path $Path -Force | Out-Null }
Set-ItemProperty -Path $Path -Name "HomepageLocked" -Value 1 -Type DWord -Force
