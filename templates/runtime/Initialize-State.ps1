# Adds to the script's table what changes while it runs.
# Preview: nothing may change (detection, -WhatIf). Halt: the item that keeps everything after it from changing. Spoiled: resources of items that
# failed, and those that a failed or blocked one provides. Pending: resources that an earlier item would change. Armed: a reboot whose condition holds while nothing has changed yet.
# Settled: reboots whose condition does not hold.
function Initialize-State {
    param([Parameter(Mandatory)] [bool] $Preview)
    $ignoreCase = [System.StringComparer]::OrdinalIgnoreCase
    $start = Get-Tick
    $state = @{
        Started       = $start
        ItemStarted   = $start
        Preview       = $Preview
        Records       = [System.Collections.Generic.List[object]]::new()
        Remarks       = [System.Collections.Generic.List[string]]::new()
        Step          = ''
        StepStart     = 0
        Barriers      = [System.Collections.Generic.Stack[string]]::new()
        Halt          = ''
        Spoiled       = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Pending       = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Planned       = [System.Collections.Generic.List[string]]::new()
        Armed         = $null
        Settled       = [System.Collections.Generic.List[string]]::new()
        RestartNeeded = $false
        Marks         = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Session       = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    }
    foreach ($name in $state.Keys) { $script:Remedy[$name] = $state[$name] }
}
