$installed = Get-Package -Name 'Contoso Agent' -ErrorAction SilentlyContinue
if ($installed) { exit 0 } else { exit 1 }
