# Adds to the script's table what changes while it runs.
# Preview: nothing may change (detection, -WhatIf). Halt: the item that keeps everything after it from changing. Spoiled: resources of items that
# failed, and those that a failed or blocked one provides. Pending: resources that an earlier item would change. Armed: a reboot whose condition holds while nothing has changed yet.
# Settled: reboots whose condition does not hold.
function Initialize-State {
    [CmdletBinding()]
    param([switch] $Preview)
    $ignoreCase = [System.StringComparer]::OrdinalIgnoreCase
    $script:Remedy['Started'] = Get-Tick
    $script:Remedy['ItemStarted'] = $script:Remedy['Started']
    $script:Remedy['Preview'] = [bool]$Preview
    $script:Remedy['Records'] = [System.Collections.Generic.List[object]]::new()
    $script:Remedy['Remarks'] = [System.Collections.Generic.List[string]]::new()
    $script:Remedy['Step'] = ''
    $script:Remedy['StepStart'] = 0
    $script:Remedy['Barriers'] = [System.Collections.Generic.Stack[string]]::new()
    $script:Remedy['Halt'] = ''
    $script:Remedy['Spoiled'] = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    $script:Remedy['Pending'] = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    $script:Remedy['Planned'] = [System.Collections.Generic.List[string]]::new()
    $script:Remedy['Armed'] = $null
    $script:Remedy['Settled'] = [System.Collections.Generic.List[string]]::new()
    $script:Remedy['RestartNeeded'] = $false
    $script:Remedy['Marks'] = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
    $script:Remedy['Session'] = [System.Collections.Generic.Dictionary[string, string]]::new($ignoreCase)
}
