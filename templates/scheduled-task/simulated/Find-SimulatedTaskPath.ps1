# Stands in for Find-TaskPath on the simulated machine.
function Find-SimulatedTaskPath([string] $Below) {
    Enter-Effect -Name 'Find-TaskPath'
    $start = $Below.TrimEnd('\') + '\'
    foreach ($path in @($global:Windows.tasks.PSBase.Keys)) { if ($path.StartsWith($start, [StringComparison]::OrdinalIgnoreCase)) { $path } }
}
