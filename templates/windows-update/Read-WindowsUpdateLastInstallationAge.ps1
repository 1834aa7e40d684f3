# How long ago Windows Update last installed anything; $null where it never has.
function Read-WindowsUpdateLastInstallationAge { foreach ($moment in (Get-UpdateHistory).Installation) { [timespan]::FromMilliseconds([Math]::Max(0, ((Get-Clock) - $moment).TotalMilliseconds)) } }
