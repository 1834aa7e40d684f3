# The networks to which routes are kept, but for default routes.
function Select-Route { Find-KeptRoute | ForEach-Object { $_.Prefix } | Select-Object -Unique }
