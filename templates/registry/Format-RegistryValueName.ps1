# The name of a registry value as people read it: '(default)' for the nameless one, with the view where it is not the usual one.
function Format-RegistryValueName([string] $Name, [int] $View) {
    "$(if ($Name -eq '') { '(default)' } else { $Name })$(if ($View -eq 32) { ' (32-bit view)' })"
}
