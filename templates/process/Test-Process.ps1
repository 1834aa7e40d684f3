# The reason where no process of a program runs, or (Absent) one does.
## Tests a program's processes: gives nothing where one runs at least, or (Absent) none does.
## Else the reason.
function Test-Process([string] $Name, [switch] $Absent) {
    $running = @(Find-NamedProcess -Name $Name)
    if ($Absent) { if ($running.Count -gt 0) { "process $Name runs ($($running.Count))" } }
    elseif ($running.Count -eq 0) { "process $Name does not run" }
}
