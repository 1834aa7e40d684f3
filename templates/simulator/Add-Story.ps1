# Adds a line to what happened on the machine, in words.
function Add-Story {
    param([Parameter(Mandatory)] [string] $Text)
    if ($global:Simulation.Frozen -eq '') { $global:Simulation.Story.Add($Text) }
}
