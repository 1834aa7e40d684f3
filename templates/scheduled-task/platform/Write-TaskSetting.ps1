# Registers a task with what is given of it: Program, Arguments, Account (a SID), Triggers; all else of one that is there stays.
## The Task Scheduler writes the XML of its own definition (learn.microsoft.com/windows/win32/taskschd/taskdefinition-xmltext), so nothing has to be escaped. NewTask(0), Actions.Create(0): a program.
## TASK_CREATE_OR_UPDATE is 6. TASK_LOGON_SERVICE_ACCOUNT is 5, TASK_LOGON_GROUP 4; TASK_RUNLEVEL_HIGHEST 1. Without a duration a repetition has no end ("RepetitionPattern.Duration property").
function Write-TaskSetting([string] $Path, [hashtable] $Setting) {
    #remedyc:every-host
    $task = Open-Task $Path
    if ($null -ne $task) { $definition = $task.Definition }
    else {
        $service = New-Object -ComObject 'Schedule.Service'
        $service.Connect()
        $definition = $service.NewTask(0)
        # also on battery, and later where the machine was off at that time
        $definition.Settings.DisallowStartIfOnBatteries = $false
        $definition.Settings.StopIfGoingOnBatteries = $false
        $definition.Settings.StartWhenAvailable = $true
    }
    if ($Setting.ContainsKey('Program')) {
        $definition.Actions.Clear()
        $action = $definition.Actions.Create(0)
        $action.Path = $Setting.Program
        $action.Arguments = $Setting.Arguments
    }
    if ($Setting.ContainsKey('Account')) {
        $principal = $definition.Principal
        $own = $Setting.Account -in 'S-1-5-18', 'S-1-5-19', 'S-1-5-20'
        if ($own) { if ($principal.GroupId) { $principal.GroupId = '' }; $principal.UserId = $Setting.Account }
        else { if ($principal.UserId) { $principal.UserId = '' }; $principal.GroupId = $Setting.Account }
        $principal.LogonType = if ($own) { 5 } else { 4 }
        $principal.RunLevel = if ($own) { 1 } else { 0 }
    }
    if ($Setting.ContainsKey('Triggers')) {
        $definition.Triggers.Clear()
        foreach ($one in $Setting.Triggers) {
            $trigger = $definition.Triggers.Create($one.Type)
            if ($one.Start) { $trigger.StartBoundary = $one.Start }
            if ($one.Every) { $trigger.Repetition.Interval = $one.Every }
        }
    }
    $null = (Open-TaskFolder $Path -Create).RegisterTask($Path.Split('\')[-1], $definition.XmlText, 6, $null, $null, 0, $null)
}
