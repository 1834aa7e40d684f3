reg add "HKLM\SOFTWARE\Contoso\VPN" /v AlwaysOn /t REG_DWORD /d 1 /f | Out-Null
cmd.exe /c 'reg delete HKLM\SOFTWARE\Contoso\VPN /v OldGateway /f'
exit $LASTEXITCODE
