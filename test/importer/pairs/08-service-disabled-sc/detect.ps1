$startMode = (Get-CimInstance -ClassName Win32_Service -Filter "Name='RemoteRegistry'").StartMode
if ($startMode -eq "Disabled") { exit 0 }
exit 1
