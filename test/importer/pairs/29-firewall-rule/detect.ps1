$rule = Get-NetFirewallRule -DisplayName 'Contoso Agent' -ErrorAction SilentlyContinue
if (-not $rule) { exit 1 }
exit 0
