# Before the first step: the right host, the rights, and - unless nothing may change - the folders, the lock and the log.
function Initialize-Remedy {
    Initialize-State -Preview ([bool]$WhatIfPreference)
    #remedyc:only With
    $script:Remedy['Frames'] = [Collections.Generic.List[hashtable]]::new()
    $script:Remedy['Acting'] = $false
    #remedyc:end
    $script:Remedy['Log'] = ''
    $script:Remedy['Lock'] = $null
    $script:Remedy['Lasting'] = $false
    Confirm-Bitness
    Confirm-Right
    $script:Remedy['Lasting'] = -not $script:Remedy.Preview
    if (-not $script:Remedy.Preview) { Open-Run }
    $stale = @(Import-Mark -Force:($script:Remedy.Bound.ContainsKey('Force') -and $script:Remedy.Bound['Force']))
    #remedyc:only Context.Stops
    $script:Remedy['Left'] = @(Get-StoppedName -Mark $script:Remedy.Session)
    #remedyc:end
    if (-not $script:Remedy.Preview) { Clear-Stale -Name $stale }
}
