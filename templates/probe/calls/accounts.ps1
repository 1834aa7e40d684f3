# Accounts are read; the right to log on as a service is given to the account of the probe's own service and taken away again.
Probe 'Get-UserSid' {
    $sid = Get-UserSid
    Expect "a SID ($sid)" ($sid -match '^S-1-5-')
    $sid
}
Probe 'Get-AccountName' {
    Expect 'of SYSTEM' ((Get-AccountName -Sid 'S-1-5-18').Length -gt 0)
    Expect 'of a SID that nobody has' ($null -eq (Get-AccountName -Sid 'S-1-5-21-1-2-3-4711'))
    Get-AccountName -Sid 'S-1-5-32-544'
}
Probe 'Get-AccountSid' {
    foreach ($sid in 'S-1-5-18', 'S-1-5-32-544', 'S-1-1-0') { Expect "of the name of $sid" (Get-AccountSid -Name (Get-AccountName -Sid $sid)) -Is $sid }
    foreach ($name in 'Remedyc no such account', '.\Remedyc no such account') { Expect "of $name" ($null -eq (Get-AccountSid -Name $name)) }
}
Probe 'Get-LsaApi' {
    $api = Get-LsaApi
    # STATUS_OBJECT_NAME_NOT_FOUND is ERROR_FILE_NOT_FOUND
    Expect 'a status as error number' ($api::LsaNtStatusToWinError(0xC0000034)) -Is 2
}
Probe 'Open-LsaPolicy' { Expect 'the block gets a handle' (Open-LsaPolicy -Right 'SeServiceLogonRight' -Access 0x801 -Body { param($api, $policy, $string) $null -ne $api -and $policy -ne [IntPtr]::Zero -and $string -ne [IntPtr]::Zero }) }
Probe 'Get-UserRightHolder' {
    $holders = @(Get-UserRightHolder -Right 'SeBackupPrivilege')
    foreach ($holder in $holders) { Expect "a SID ($holder)" ($holder -match '^S-1-') }
    Expect 'administrators may back up' ($holders -contains 'S-1-5-32-544')
    ExpectError 'a right that Windows does not know' { Get-UserRightHolder -Right 'SeRemedycProbeRight' }
    "$($holders.Count) hold SeBackupPrivilege"
}
Probe 'Grant-UserRight' {
    $before = @(Get-UserRightHolder -Right $Remedy.Right | Sort-Object)
    Grant-UserRight -Right $Remedy.Right -Sid $Remedy.Sid
    Expect 'the others and the new one' @(Get-UserRightHolder -Right $Remedy.Right | Sort-Object) -Is @(@($before) + $Remedy.Sid | Sort-Object)
    Grant-UserRight -Right $Remedy.Right -Sid $Remedy.Sid
}
Probe 'Revoke-UserRight' {
    $before = @(Get-UserRightHolder -Right $Remedy.Right | Sort-Object)
    Revoke-UserRight -Right $Remedy.Right -Sid $Remedy.Sid
    Expect 'the others' @(Get-UserRightHolder -Right $Remedy.Right | Sort-Object) -Is @($before | Where-Object { $_ -ne $Remedy.Sid })
    Revoke-UserRight -Right $Remedy.Right -Sid $Remedy.Sid
}
Probe 'Get-RsopUserRight' {
    $winners = @(Get-RsopUserRight -Right $Remedy.Right)
    foreach ($winner in $winners) { Expect 'a policy and whom it lists' ($winner.GpoId.Length -gt 0 -and $null -ne $winner.Accounts) }
    if ($winners.Count -eq 0) { 'no policy sets SeServiceLogonRight' } else { "SeServiceLogonRight is set by $($winners[0].GpoId)" }
}
Probe 'Get-RsopGpoName' {
    Expect 'of an id that no policy has' (@(Get-RsopGpoName -GpoId 'CN={00000000-0000-0000-0000-000000000000}').Count) -Is 0
    $winners = @(Get-RsopUserRight -Right $Remedy.Right)
    if ($winners.Count -gt 0) {
        $name = Get-RsopGpoName -GpoId $winners[0].GpoId
        Expect 'a name' ("$name".Length -gt 0)
        "$name"
    }
}
Probe 'Get-RsopRegistrySetting' { Expect 'of a value that no policy sets' (@(Get-RsopRegistrySetting -Path "$($Remedy.Key)\None" -Name 'None').Count) -Is 0 }
