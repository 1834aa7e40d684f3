# The name of a registry value as people read it: '(default)' for the nameless one, with the view where it is not the usual one.
function Format-RegistryValueName {
    param([Parameter(Position = 0)] [string] $Name, [Parameter(Position = 1)] [int] $View)
    "$(if ($Name -eq '') { '(default)' } else { $Name })$(if ($View -eq 32) { ' (32-bit view)' })"
}
