# Takes a registry key away with everything below it.
function Clear-KeyRow {
    param([string] $Key)
    foreach ($name in @(Find-KeyBelow -Key $Key) + @($Key)) { $global:Windows.registry.Remove($name) }
}
