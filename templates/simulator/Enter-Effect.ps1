# Begins a call of the platform: counts it, lets a millisecond pass, notes the effect of one that changes the machine, and applies the fault of the run.
function Enter-Effect([string] $Name, [string] $Text = '', [switch] $Change, [switch] $Own, [switch] $Coded) {
    $run = $global:Simulation
    $run.Calls++
    if ($run.AfterIsDue) { Save-Snapshot -Moment 'after' }
    $clock = $global:Windows.clock
    # Nearly always nothing is due, and a call of a function takes longer than to count.
    if ($run.NextDue -gt $clock.now + 1) { $clock.now++; $clock.uptime++ } else { Step-Clock -Milliseconds 1 }
    if (-not $Change) { return }
    $run.Effects.Add([ordered]@{ number = $run.Effects.Count + 1; function = $Name; text = $Text; about = $(if ($Own) { 'own' } else { 'machine' }) })
    if ($run.KeepsSnapshots) {
        # what the script keeps for itself stands between two effects on the machine: before one is after the other
        if (-not $Own) { Save-Snapshot -Moment 'before' }
        $run.AfterIsDue = $true
    }
    if ($run.FaultKind -eq '' -or $run.Effects.Count -ne $run.FaultEffect) { return }
    switch ($run.FaultKind) {
        'fail' {
            Add-Story "$Name fails"
            if ($Coded) { return 'fail' }
            throw [System.ComponentModel.Win32Exception]::new(5, 'Access is denied (a fault of the simulation)')
        }
        'time-out' {
            Add-Story "$Name does not come back in time"
            Step-Clock -Milliseconds 120000
            if ($Coded) { return 'time-out' }
            throw [System.TimeoutException]::new('The operation has timed out (a fault of the simulation)')
        }
    }
}
