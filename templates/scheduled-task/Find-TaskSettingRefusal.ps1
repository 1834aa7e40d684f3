# Why a scheduled task cannot be registered as the remedy says, or nothing.
## What runs as a service account must lie where administrators alone write. Variables in Command and Arguments are expanded, and so is $(Arg0): learn.microsoft.com/windows/win32/taskschd/execaction. TASK_LOGON_PASSWORD is 1, TASK_LOGON_INTERACTIVE_TOKEN_OR_PASSWORD 6.
function Find-TaskSettingRefusal([string] $Path, [hashtable] $Setting) {
    $is = Get-TaskSetting $Path
    if (-not $Setting.ContainsKey('Account') -and $null -ne $is -and $is.LogonType -in 1, 6) { return 'it runs with a password, which a script does not have' }
    $account = if ($Setting.ContainsKey('Account')) { $Setting.Account } elseif ($null -ne $is -and $is.Account) { Resolve-Account $is.Account } else { 'S-1-5-18' }
    $group = $account -match '^S-1-5-(4|11|32-\d+)$'
    #remedyc:only ScheduledTask.EnsuredRunAs
    if ($Setting.ContainsKey('Account') -and -not $group -and $account -notin 'S-1-5-18', 'S-1-5-19', 'S-1-5-20') { return "$(Format-Account $account) would need a password; SYSTEM, LOCAL SERVICE, NETWORK SERVICE and groups of Windows need none" }
    #remedyc:end
    if (-not $Setting.ContainsKey('Program')) {
        if ($Setting.ContainsKey('Arguments') -and ($null -eq $is -or $is.Actions.Count -ne 1 -or -not $is.Actions[0].Program)) { 'the remedy does not say its program' }
    }
    elseif ($Setting.Program -notmatch '\.(exe|com)$') { "$(ConvertTo-Line $Setting.Program) is no program" }
    elseif ("$($Setting.Program) $($Setting.Arguments)" -match '[\x00-\x1f%]|\$\(') { "'%', '`$(' and control characters in what it starts mean something to the Task Scheduler" }
    elseif (-not $group) { Find-PathWriter $Setting.Program }
}
