# Moves the clock on; what becomes due meanwhile happens at its time. Nothing waits for real.
function Step-Clock([long] $Milliseconds) {
    $clock = $global:Windows.clock
    $target = [long]$clock.now + $Milliseconds
    while ($global:Simulation.NextDue -le $target) {
        $due = [Math]::Max([long]$clock.now, $global:Simulation.NextDue)
        $clock.uptime = [long]$clock.uptime + $due - [long]$clock.now
        $clock.now = $due
        Update-Machine
    }
    $clock.uptime = [long]$clock.uptime + $target - [long]$clock.now
    $clock.now = $target
}
