$password = 'Summer2024!'
if (Get-LocalUser -Name 'support' -ErrorAction SilentlyContinue) { exit 0 }
exit 1
