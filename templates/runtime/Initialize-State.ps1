# Adds to the script's table what changes while it runs.
# Preview: nothing may change (detection, -WhatIf). Halt: the item that keeps everything after it from changing. Spoiled: resources of items that
# failed, and those that a failed or blocked one provides. Pending: resources that an earlier item would change. Armed: a reboot whose condition holds while nothing has changed yet.
# Settled: reboots whose condition does not hold.
function Initialize-State {
    param([Parameter(Mandatory)] [bool] $Preview)
    $ignoreCase = [StringComparer]::OrdinalIgnoreCase
    $start = Get-Tick
    $state = @{
        Started       = $start
        ItemStarted   = $start
        Preview       = $Preview
        Records       = [Collections.Generic.List[object]]::new()
        Remarks       = [Collections.Generic.List[string]]::new()
        Step          = ''
        StepStart     = 0
        Barriers      = [Collections.Generic.Stack[string]]::new()
        Halt          = ''
        Spoiled       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Pending       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Planned       = [Collections.Generic.List[string]]::new()
        Armed         = $null
        Settled       = [Collections.Generic.List[string]]::new()
        RestartNeeded = $false
        Marks         = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
        Session       = [Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    }
    foreach ($name in $state.Keys) { $script:Remedy[$name] = $state[$name] }
}
