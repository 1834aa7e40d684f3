# The routes that Windows keeps over restarts, but for default routes: all, or those to a network.
function Find-KeptRoute([string] $Destination) {
    $prefix = if ($Destination) { ConvertTo-RoutePrefix $Destination }
    $kept = @(Find-RouteEntry | Where-Object { $_.Kept })
    $noted = @(Find-NotedRoute | Where-Object { $note = $_; @($kept | Where-Object { $_.Prefix -eq $note.Prefix -and $_.NextHop -eq $note.NextHop }).Count -eq 0 })
    foreach ($one in $kept + $noted) { if ($one.Prefix -notlike '*/0' -and (-not $prefix -or $one.Prefix -eq $prefix)) { $one } }
}
