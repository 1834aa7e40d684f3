$x = Get-ItemPropertyValue -Path 'HKLM:\SOFTWARE\Policies\Contoso' -Name 'Level' -ErrorAction SilentlyContinue
if ($x -eq 2) { exit 0 } else { exit 1 }
