$profiles = Get-NetFirewallProfile -Profile Domain, Private, Public
$off = $profiles | Where-Object { $_.Enabled -eq $false }
if ($off) { Write-Output 'A profile is off'; exit 1 }
Write-Output 'All are on'; exit 0
