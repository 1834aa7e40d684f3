# Verdict on a program's processes: one runs at least, or (Absent) none does. Blocked where none may be ended, and where none runs, since a script starts no program for a person.
function Test-Process {
    param([Parameter(Mandatory)] [string] $Name, [switch] $Absent)
    $running = @(Find-NamedProcess -Name $Name)
    if (-not $Absent) {
        if ($running.Count -gt 0) { return Holds }
        return Blocked "process $Name does not run, and a script cannot start a program for a person"
    }
    if ($running.Count -eq 0) { return Holds }
    $blocker = Find-ProcessBlocker -Process $running
    if ($blocker) { return Blocked $blocker }
    Deviates "process $Name runs ($($running.Count))"
}
