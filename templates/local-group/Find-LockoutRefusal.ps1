# Why members of Administrators must not be taken away, or nothing.
## Change: as of Compare-GroupMember. SYSTEM has its rights without being a member. A token's groups are those of its sign-in.
function Find-LockoutRefusal([hashtable] $Change) {
    $builtin = "$(Get-MachineSid)-500"
    if ($Change.Has -contains $builtin) { return "Windows never lets the built-in administrator $builtin go" }
    $left = @(foreach ($sid in $Change.Members) { if ($Change.Has -notcontains $sid) { $sid } }) + $Change.Lacks
    if (-not ($left | Where-Object { $_ -ne $builtin -or $Change.Wanted -contains $_ })) { return 'nobody but the built-in administrator would be left' }
    $own = @(Get-TokenSid)
    if ($own[0] -ne 'S-1-5-18' -and -not ($left | Where-Object { $own -contains $_ })) { "the account $($own[0]), which runs this script, would lose its rights" }
}
