Set-NetFirewallProfile -Profile Domain, Private, Public -Enabled True
