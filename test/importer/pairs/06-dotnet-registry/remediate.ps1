[Microsoft.Win32.Registry]::SetValue('HKEY_LOCAL_MACHINE\SOFTWARE\Contoso', 'Mode', 'strict', [Microsoft.Win32.RegistryValueKind]::String)
