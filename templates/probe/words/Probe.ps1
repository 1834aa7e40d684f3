# Runs the probe of one platform function and writes its line: reached, with what the probe tells in brackets; not reached, where this machine lacks the interface;
# failed, where the function threw or the answer is not what it must be.
function Probe {
    param([Parameter(Mandatory)] [string] $ProbeName, [Parameter(Mandatory)] [scriptblock] $ProbeBody)
    $outcome = 'reached'
    $why = ''
    try {
        $notes = @(& $ProbeBody)
        if ($notes.Count -gt 0) { $why = ' (' + ($notes -join '; ') + ')' }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        # What Unreached throws, what .NET throws where it has no such interface, a command or export that is not there, a WMI namespace or class that is not there
        $missing = $cause -is [NotSupportedException] -or $cause -is [Management.Automation.CommandNotFoundException] -or $cause -is [EntryPointNotFoundException] -or
            $cause -is [DllNotFoundException] -or $_.FullyQualifiedErrorId -match '^HRESULT 0x80041(00e|00?10)'
        $outcome = if ($missing) { 'not reached' } else { 'failed' }
        $why = ': ' + ([string]$cause.Message -replace '\s+', ' ' -replace '[^\x20-\x7e]', '?').Trim()
    }
    $Remedy[$outcome]++
    "${ProbeName}: $outcome$why"
}
