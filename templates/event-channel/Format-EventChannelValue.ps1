# What is set of an event channel, as people read it; a size in KB, as Event Viewer shows it.
function Format-EventChannelValue([object] $Value) { if ($Value -is [long]) { "$($Value / 1KB) KB" } else { "$Value".ToLowerInvariant() } }
