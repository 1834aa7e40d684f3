# Groups and accounts are read; a group and a disabled account of the probe's own are made, changed and deleted again. What a domain controller has are the domain's.
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
Probe 'Install-User' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    # a password that nobody knows and that every policy takes; UF_NORMAL_ACCOUNT, UF_SCRIPT, UF_ACCOUNTDISABLE
    $password = [securestring]::new()
    foreach ($character in [char[]]"aA1!$(Get-Random)$(Get-Random)") { $password.AppendChar($character) }
    Install-User -Name $Remedy.User -Password $password -Flags 0x203
    Expect 'it has a SID' ("$(Get-AccountSid -Name ".\$($Remedy.User)")" -match '^S-1-5-21-')
    ExpectError 'one that is there' { Install-User -Name $Remedy.User -Password $password -Flags 0x203 }
}
Probe 'Get-UserState' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    $state = Get-UserState -Name $Remedy.User
    Expect 'disabled, an ordinary account' ($state.Flags -band 0x202) -Is 514
    Expect 'no texts' "$($state.FullName)$($state.Description)" -Is ''
    Expect 'of no account' ($null -eq (Get-UserState -Name 'Remedyc none'))
}
Probe 'Find-User' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    $all = @(Find-User)
    Expect 'the probe''s own, once' @($all | Where-Object { $_.Name -eq $Remedy.User }).Count -Is 1
    Expect 'the administrator of Windows, once' @($all | Where-Object { $_.Number -eq 500 }).Count -Is 1
    "$($all.Count) accounts"
}
Probe 'Write-UserFlag' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    Write-UserFlag -Name $Remedy.User -Flags 0x10243
    Expect 'what was written' ((Get-UserState -Name $Remedy.User).Flags -band 0x10243) -Is 66115
    Write-UserFlag -Name $Remedy.User -Flags 0x203
    Expect 'what was taken away' ((Get-UserState -Name $Remedy.User).Flags -band 0x10040) -Is 0
}
Probe 'Write-UserText' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    Write-UserText -Name $Remedy.User -Level 1011 -Text 'Full name'
    Write-UserText -Name $Remedy.User -Level 1007 -Text 'Of the probe'
    $state = Get-UserState -Name $Remedy.User
    Expect 'both' @($state.FullName, $state.Description) -Is @('Full name', 'Of the probe')
}
Probe 'Get-UserPasswordAge' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    $age = Get-UserPasswordAge -Name $Remedy.User
    Expect "less than ten minutes ($age)" ($age -ge 0 -and $age -lt 600)
}
Probe 'Uninstall-User' {
    if ($Remedy.Controller) { Unreached 'a domain controller has no accounts of its own' }
    Uninstall-User -Name $Remedy.User
    Uninstall-User -Name $Remedy.User
    Expect 'it is gone' ($null -eq (Get-UserState -Name $Remedy.User))
}
Probe 'Get-RsopAccountStatus' {
    $policies = @(Get-RsopAccountStatus -Key 'EnableGuestAccount')
    "$($policies.Count) policies set whether Guest is enabled"
}
