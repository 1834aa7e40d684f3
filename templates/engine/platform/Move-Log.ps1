# Renames a file of ours, over an older one of that name.
function Move-Log([string] $Path, [string] $Destination) {
    #remedyc:every-host
    [IO.File]::Delete($Destination)
    [IO.File]::Move($Path, $Destination)
}
