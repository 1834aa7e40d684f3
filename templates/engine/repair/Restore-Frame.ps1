# What a killed run had stopped for this 'with' is started at its end.
## Takes over what an earlier run had stopped for this 'with' and was killed before it could start again.
## It is started at the end of this one.
function Restore-Frame([hashtable] $Frame) {
    foreach ($service in $Frame.Service) {
        $left = @(foreach ($name in Get-StoppedName $Remedy.Session) { if ($Remedy.Session["Stopped $name"] -eq $service) { $name } })
        # dependents first, as they were stopped
        [array]::Reverse($left)
        foreach ($name in $left) { $Frame.Ran.Add($name) }
        $Remedy['Left'] = @($Remedy.Left | Where-Object { $left -notcontains $_ })
    }
}
