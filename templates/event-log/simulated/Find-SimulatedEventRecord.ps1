# Stands in for Find-EventRecord on the simulated machine.
function Find-SimulatedEventRecord {
    param([string] $Log, [datetime] $Since, [string] $Source = '', [int[]] $Id = @())
    Enter-Effect -Name 'Find-EventRecord'
    $events = @($global:Windows.events)
    $found = 0
    for ($index = $events.Count - 1; $index -ge 0 -and $found -lt 500; $index--) {
        $record = $events[$index]
        $time = ConvertFrom-Time -Time $record.time
        if ($record.log -ne $Log -or $time -lt $Since.ToUniversalTime()) { continue }
        if ($Source -ne '' -and $record.source -ne $Source) { continue }
        if ($Id.Count -gt 0 -and $Id -notcontains [int]$record.id) { continue }
        $found++
        [pscustomobject]@{ Id = [int]$record.id; Time = $time; Source = [string]$record.source; Values = [string[]]@($record.values) }
    }
}
