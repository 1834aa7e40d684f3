# Tells how the logon of a service's account ends: '' (fine), 'right' (may not log on as a service, or is denied), 'password', 'account' (nobody has that name).
function Test-ServiceLogon {
    param([string] $Name)
    $service = $global:Windows.services[$Name]
    $account = [string]$service.account
    $sid = if ($account -in '', 'LocalSystem', '.\LocalSystem') { 'S-1-5-18' } elseif ($account -eq "NT SERVICE\$Name") { Get-ServiceSid -Name $Name } else { Find-AccountSid -Name $account }
    if ($null -eq $sid) { return 'account' }
    if ($sid -in 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') { return '' }
    $groups = @($sid, 'S-1-1-0', 'S-1-5-6', 'S-1-5-11')
    if ($sid -like 'S-1-5-80-*') { $groups += 'S-1-5-80-0' }
    foreach ($group in $global:Windows.groups.PSBase.Keys) { if (@($global:Windows.groups[$group]) -contains $sid) { $groups += $group } }
    $held = $false
    foreach ($group in $groups) {
        if (@($global:Windows.rights['SeDenyServiceLogonRight']) -contains $group) { return 'right' }
        if (@($global:Windows.rights['SeServiceLogonRight']) -contains $group) { $held = $true }
    }
    if (-not $held) { return 'right' }
    if (-not $service.passwordValid) { return 'password' }
    ''
}
