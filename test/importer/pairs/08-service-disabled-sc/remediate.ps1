& sc.exe stop RemoteRegistry
& "$env:SystemRoot\System32\sc.exe" config RemoteRegistry start= disabled
exit 0
