# Groups are read; one of the probe's own is made, described, given a member, and deleted again. What a domain controller has are the domain's groups.
Probe 'Get-NetApi' { Expect 'memory that is none is freed' ((Get-NetApi)::NetApiBufferFree([IntPtr]::Zero)) -Is 0 }
Probe 'Get-MachineSid' {
    $sid = Get-MachineSid
    Expect "a SID of accounts ($sid)" ($sid -match '^S-1-5-21-[0-9]+-[0-9]+-[0-9]+$')
    Expect 'the built-in administrator has a name' ("$(Get-AccountName -Sid "$sid-500")" -ne '')
}
Probe 'Get-TokenSid' {
    $own = @(Get-TokenSid)
    Expect 'the account first' $own[0] -Is (Get-UserSid)
    Expect 'Everyone among its groups' ($own -contains 'S-1-1-0')
}
Probe 'Install-Group' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    Install-Group -Name $Remedy.Group
    Expect 'it has a SID' ("$(Get-AccountSid -Name ".\$($Remedy.Group)")" -match '^S-1-5-21-')
    ExpectError 'one that is there' { Install-Group -Name $Remedy.Group }
}
Probe 'Get-GroupDescription' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    Expect 'of one that has none' (Get-GroupDescription -Name $Remedy.Group) -Is ''
    Expect 'of no group' ($null -eq (Get-GroupDescription -Name 'Remedyc no such group'))
}
Probe 'Write-GroupDescription' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    Write-GroupDescription -Name $Remedy.Group -Description 'Of the probe'
    Expect 'what was written' (Get-GroupDescription -Name $Remedy.Group) -Is 'Of the probe'
}
Probe 'Write-GroupMember' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    # Everyone, and a SID that nobody has
    foreach ($sid in 'S-1-1-0', 'S-1-12-1-1-2-3-4711') {
        Write-GroupMember -Name $Remedy.Group -Sid $sid
        Write-GroupMember -Name $Remedy.Group -Sid $sid
    }
    Expect 'both' @(Find-GroupMember -Name $Remedy.Group | Sort-Object) -Is @('S-1-1-0', 'S-1-12-1-1-2-3-4711')
    Write-GroupMember -Name $Remedy.Group -Sid 'S-1-1-0' -Away
    Write-GroupMember -Name $Remedy.Group -Sid 'S-1-1-0' -Away
    Expect 'the other one' @(Find-GroupMember -Name $Remedy.Group) -Is 'S-1-12-1-1-2-3-4711'
}
Probe 'Find-GroupMember' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    $members = @(Find-GroupMember -Name (Get-AccountName -Sid 'S-1-5-32-544').Split('\')[-1])
    Expect 'the built-in administrator is one' ($members -contains "$(Get-MachineSid)-500")
    ExpectError 'of no group' { Find-GroupMember -Name 'Remedyc no such group' }
    "$($members.Count) administrators"
}
Probe 'Uninstall-Group' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no groups of its own' }
    Uninstall-Group -Name $Remedy.Group
    Uninstall-Group -Name $Remedy.Group
    Expect 'it is gone' ($null -eq (Get-GroupDescription -Name $Remedy.Group))
}
Probe 'Get-RsopGroup' {
    $policies = @(Get-RsopGroup)
    foreach ($policy in $policies) { Expect 'a policy and the group that it is about' ($policy.GpoId.Length -gt 0 -and $policy.Name.Length -gt 0) }
    "$($policies.Count) groups are set by policy"
}
