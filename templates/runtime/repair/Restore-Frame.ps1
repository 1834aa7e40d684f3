# Takes over what an earlier run had stopped for this 'with' and was killed before it could start again: it is started at the end of this one.
function Restore-Frame {
    param([Parameter(Mandatory)] [hashtable] $Frame)
    foreach ($service in $Frame.Service) {
        $left = @(foreach ($mark in $script:Remedy.Session.Keys) { if ($mark -like 'Stopped *' -and $script:Remedy.Session[$mark] -eq $service) { $mark.Substring(8) } })
        # dependents first, as they were stopped
        foreach ($name in @($left -ne $service) + @($left -eq $service)) { $Frame.Ran.Add($name) }
    }
}
