# Adds a line to what happened on the machine, in words.
function Add-Story([string] $Text) {
    $global:Simulation.Story.Add($Text)
}
