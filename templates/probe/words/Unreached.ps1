# Ends a probe: this machine lacks what the function would have to reach.
function Unreached {
    param([Parameter(Mandatory)] [string] $Why)
    throw [NotSupportedException]::new($Why)
}
