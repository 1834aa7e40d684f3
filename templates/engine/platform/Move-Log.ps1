# Gives a file of ours another name in its folder, over an older one of that name.
function Move-Log {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Destination)
    [IO.File]::Delete($Destination)
    [IO.File]::Move($Path, $Destination)
}
