# How long ago Windows Update last searched with an answer; $null where it never has.
function Read-WindowsUpdateLastSearchAge { foreach ($moment in (Get-UpdateHistory).Search) { [timespan]::FromMilliseconds([Math]::Max(0, ((Get-Clock) - $moment).TotalMilliseconds)) } }
