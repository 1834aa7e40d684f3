# Why a virtual account may not log on as a service: a policy.
## Says that a policy keeps a service's virtual account from logging on as a service; nothing when it may, or when that cannot be told.
## Only virtual accounts: what groups an ordinary account has is not known here.
function Find-ServiceLogonPolicy([pscustomobject] $Configuration) {
    $sid = ConvertTo-ServiceAccount $Configuration
    if ($sid -notmatch '^S-1-5-80-') { return }
    $right = 'SeServiceLogonRight'
    if (Test-UserRightHeld $sid @(Get-UserRightHolder $right)) { return }
    $policy = Find-UserRightPolicy $right 'LogOnAsService'
    if ($null -eq $policy.Name -or (Test-UserRightHeld $sid $policy.Holders)) { return }
    "$right is set by $($policy.Owner) and lacks $(ConvertTo-Line $Configuration.Account); add NT SERVICE\ALL SERVICES there"
}
