$guest = Get-LocalUser -Name 'Guest'
if ($guest.Enabled) { Write-Output 'Guest is enabled'; exit 1 }
exit 0
