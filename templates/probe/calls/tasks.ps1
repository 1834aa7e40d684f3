# A task of the probe's own, without a trigger and switched off at first, and none of Windows.
$task = "\$($Remedy.Name)"
$action = "<Exec><Command>$(Get-SpecialFolder -Name 'System')\reg.exe</Command><Arguments>/?</Arguments></Exec>"
$definition = "<Task version=`"1.2`" xmlns=`"http://schemas.microsoft.com/windows/2004/02/mit/task`"><RegistrationInfo><Author>Remedyc probe</Author></RegistrationInfo><Principals><Principal id=`"A`"><UserId>S-1-5-18</UserId></Principal></Principals><Settings><Enabled>false</Enabled></Settings><Actions Context=`"A`">$action</Actions></Task>"
$whoami = "$(Get-SpecialFolder -Name 'System')\whoami.exe"
$trouble = Attempt { Clear-TaskEntry -Path $task }
Probe 'Open-TaskFolder' {
    Expect 'the folder above all' (Open-TaskFolder -Path '\None').Path -Is '\'
    Expect 'a folder that is not there' ($null -eq (Open-TaskFolder -Path '\Remedyc.None\None'))
}
Probe 'Open-Task' { Expect 'a task that is not there' ($null -eq (Open-Task -Path '\Remedyc.None\None')) }
Probe 'Add-TaskEntry' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Add-TaskEntry -Path $task -Definition $definition
    Expect 'it is there' ($null -ne (Get-TaskEntry -Path $task))
    ExpectError 'a second one of that name' { Add-TaskEntry -Path $task -Definition $definition }
}
Probe 'Find-TaskPath' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Expect 'below the root' (@(Find-TaskPath -Below '\') -contains $task)
    Expect 'a folder that is not there' @(Find-TaskPath -Below '\Remedyc.None').Count -Is 0
}
Probe 'Write-TaskSetting' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    $day = [pscustomobject]@{ Type = 2; Start = '2000-01-01T03:00:00'; Every = '' }
    $hour = [pscustomobject]@{ Type = 1; Start = '2000-01-01T00:00:00'; Every = 'PT1H' }
    $made = "$task made"
    try {
        Write-TaskSetting -Path $made -Setting @{ Program = $whoami; Arguments = '/q "a & <b>"'; Account = 'S-1-5-32-545'; Triggers = @($day, $hour) }
        $is = Get-TaskSetting -Path $made
        Expect 'what it starts' @($is.Actions.Count, $is.Actions[0].Program, $is.Actions[0].Arguments) -Is @(1, $whoami, '/q "a & <b>"')
        Expect 'when' @($is.Triggers | ForEach-Object { $_.Type, $_.Start, $_.Every, $_.Enabled, $_.Days }) -Is @(2, '2000-01-01T03:00:00', '', $true, 1, 1, '2000-01-01T00:00:00', 'PT1H', $true, 0)
        Expect "a group ($($is.Account))" $is.LogonType -Is 4
        Write-TaskSetting -Path $made -Setting @{ Account = 'S-1-5-18'; Triggers = @() }
        $is = Get-TaskSetting -Path $made
        Expect 'the rest stays' @($is.Actions[0].Arguments, $is.Triggers.Count) -Is @('/q "a & <b>"', 0)
        Expect "an account of a service ($($is.Account))" $is.LogonType -Is 5
    }
    finally { Clear-TaskEntry -Path $made }
}
Probe 'Get-TaskSetting' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Expect 'a task that is not there' ($null -eq (Get-TaskSetting -Path '\Remedyc.None\None'))
    Expect 'one action' (Get-TaskSetting -Path $task).Actions.Count -Is 1
}
Probe 'Get-TaskEntry' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Expect 'a task that is not there' ($null -eq (Get-TaskEntry -Path '\Remedyc.None\None'))
    $entry = Get-TaskEntry -Path $task
    Expect 'on or off, state, author' @($entry.Enabled, $entry.State, $entry.Author) -Is @($false, 1, 'Remedyc probe')
    Expect 'an account' ($entry.Account.Length -gt 0)
    Expect 'it never ran' ($null -eq $entry.LastRun -and $entry.LastResult -eq 267011)
    "account '$($entry.Account)'"
}
Probe 'Write-TaskEnabled' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Write-TaskEnabled -Path $task -Enabled $true
    Expect 'on' @((Get-TaskEntry -Path $task).Enabled, (Get-TaskEntry -Path $task).State) -Is @($true, 3)
}
Probe 'Invoke-TaskRun' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    $begin = (Get-Clock).AddSeconds(-1)
    Invoke-TaskRun -Path $task
    for ($turn = 0; $turn -lt 60; $turn++) {
        Wait-Moment -Milliseconds 500
        $entry = Get-TaskEntry -Path $task
        if ($entry.State -eq 3 -and $null -ne $entry.LastRun) { break }
    }
    Expect 'it began by our clock, and ended' ($entry.State -eq 3 -and $entry.LastRun -ge $begin)
    "result $($entry.LastResult)"
}
Probe 'Invoke-TaskStop' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    $null = Attempt { Invoke-TaskStop -Path $task }
    ExpectError 'a task that is not there' { Invoke-TaskStop -Path '\Remedyc.None\None' }
}
Probe 'Clear-TaskEntry' {
    if ($trouble -ne '') { Unreached "no Task Scheduler: $trouble" }
    Clear-TaskEntry -Path $task
    Expect 'gone' ($null -eq (Get-TaskEntry -Path $task))
    Clear-TaskEntry -Path $task
}
