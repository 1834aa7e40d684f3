# Keeps the machine as it is at a moment at which the script may be killed: what it would still do then does not count, so nobody needs to kill it.
function Save-Snapshot {
    param([Parameter(Mandatory)] [ValidateSet('before', 'during', 'after')] [string] $Moment)
    $run = $global:Simulation
    if ($Moment -eq 'after') { $run.AfterIsDue = $false }
    # JSON already, as the result is
    $run.Snapshots.Add(('{{"effect":{0},"moment":"{1}","machine":{2}}}' -f $run.Effects.Count, $Moment, (ConvertFrom-Table -Table $global:Windows)))
}
