# Notes that something becomes due on the machine at a time.
function Add-Due {
    param([long] $At)
    if ($At -lt $global:Simulation.NextDue) { $global:Simulation.NextDue = $At }
}
