# Keeps the machine as it is at a moment at which the script may be killed: what it would still do then does not count, so nobody needs to kill it.
function Save-Snapshot {
    param([ValidateSet('before', 'during', 'after')] [string] $Moment)
    $run = $global:Simulation
    if ($Moment -eq 'after') { $run.AfterIsDue = $false }
    # while a program goes on, the script writes down that it does
    $effect = if ($Moment -eq 'during') { $run.Program.Effect } else { $run.Effects.Count }
    # JSON already, as the result is
    $run.Snapshots.Add(('{{"effect":{0},"moment":"{1}","machine":{2}}}' -f $effect, $Moment, (ConvertFrom-Table -Table $global:Windows)))
}
