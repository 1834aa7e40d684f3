if ((Get-TimeZone).Id -eq 'W. Europe Standard Time') { exit 0 }
exit 1
