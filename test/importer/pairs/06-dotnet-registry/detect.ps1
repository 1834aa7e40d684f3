$value = [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SOFTWARE\Contoso', 'Mode', $null)
if ($value -eq 'strict') { 'ok'; exit 0 } else { 'wrong mode'; exit 1 }
