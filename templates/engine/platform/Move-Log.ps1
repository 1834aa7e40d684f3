# Gives a file of ours another name in its folder, over an older one of that name.
function Move-Log {
    param([string] $Path, [string] $Destination)
    [IO.File]::Delete($Destination)
    [IO.File]::Move($Path, $Destination)
}
