# Before the first step, unless nothing may change: the folders of ours, the lock and the log; then what earlier runs left written.
function Initialize-Remedy {
    $script:Remedy.Lasting = -not $script:Remedy.Preview
    if ($script:Remedy.Lasting) { Open-Run }
    Import-Mark
    #remedyc:only Context.Restarts
    $script:Remedy.Due = @(foreach ($name in @($script:Remedy.Session.Keys | Sort-Object)) { if ($name -like 'Due *') { $name.Substring(4) } })
    #remedyc:end
    #remedyc:only Context.Stops
    $script:Remedy.Left = @(Get-StoppedName -Mark $script:Remedy.Session)
    #remedyc:end
}
