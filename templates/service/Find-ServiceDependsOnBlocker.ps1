# That a service is to wait for one that is not there, that waits for it, or for itself.
function Find-ServiceDependsOnBlocker([string] $Name, [string[]] $DependsOn) {
    foreach ($one in $DependsOn) {
        if ($one -eq $Name) { return 'no service depends on itself' }
        $other = Get-ServiceConfiguration $one
        if ($null -eq $other) { return "service $(ConvertTo-Line $one) is not installed, and without it this one would not start" }
        if ($other.Dependencies -contains $Name) { return "service $(ConvertTo-Line $one) depends on it" }
    }
}
