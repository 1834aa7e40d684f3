# Stands in for Copy-FileAccess on the simulated machine; who owns it decides about its rights here, so the owner comes along.
function Copy-SimulatedFileAccess {
    param([string] $Source, [string] $Path)
    Enter-Effect -Name 'Copy-FileAccess' -Text "$Source $Path" -Change
    $from = Open-FileRow -Path $Source
    $to = Open-FileRow -Path $Path
    foreach ($name in 'owner', 'rules', 'protected') { if ($from.Contains($name)) { $to[$name] = $from[$name] } }
}
