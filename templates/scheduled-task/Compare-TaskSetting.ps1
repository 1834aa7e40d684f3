# What of a scheduled task that is there is not as wanted, as one text; nothing where all is.
## The whole command line is compared: how its program splits it into arguments is its own affair.
function Compare-TaskSetting([string] $Path, [hashtable] $Setting) {
    $is = Get-TaskSetting $Path
    $action = if ($is.Actions.Count -eq 1) { $is.Actions[0] } else { [pscustomobject]@{ Program = ''; Arguments = '' } }
    $why = @(
        if ($Setting.ContainsKey('Program') -and -not (Test-Text $action.Program.Trim('"') $Setting.Program -IgnoreCase)) { "starts $(Format-Name $action.Program), it should start $(Format-Name $Setting.Program)" }
        if ($Setting.ContainsKey('Arguments') -and -not (Test-Text $action.Arguments $Setting.Arguments)) { "has the arguments $(Format-Name $action.Arguments), they should be $(Format-Name $Setting.Arguments)" }
        #remedyc:only ScheduledTask.EnsuredRunAs
        if ($Setting.ContainsKey('Account')) {
            $account = if ($is.Account) { Resolve-Account $is.Account } else { '' }
            if (-not (Test-Text $account $Setting.Account)) { "runs as $(if ($account) { Format-Account $account } else { 'nobody' }), it should run as $(Format-Account $Setting.Account)" }
        }
        #remedyc:end
        if ($Setting.ContainsKey('Triggers')) {
            $starts = Format-TaskTrigger $is.Triggers
            $wanted = Format-TaskTrigger $Setting.Triggers
            if (-not (Test-Text $starts $wanted)) { "starts $starts, it should start $wanted" }
        }
    )
    if ($why) { $why -join '; ' }
}
