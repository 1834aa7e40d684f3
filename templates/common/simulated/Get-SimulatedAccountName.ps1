# Stands in for Get-AccountName on the simulated machine.
function Get-SimulatedAccountName {
    param([string] $Sid)
    Enter-Effect -Name 'Get-AccountName'
    if ($Sid -notmatch '^S-1-[0-9]+(-[0-9]+)+$') { throw [System.ArgumentException]::new("Value was invalid. Parameter name: sddlForm ($Sid)") }
    foreach ($account in $global:Windows.accounts.PSBase.Keys) { if ($global:Windows.accounts[$account] -eq $Sid) { return [string]$account } }
    if ($Sid -like 'S-1-5-80-*') { foreach ($service in $global:Windows.services.PSBase.Keys) { if ((Get-ServiceSid -Name $service) -eq $Sid) { return "NT SERVICE\$service" } } }
}
