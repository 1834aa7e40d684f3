## Renames a file of ours that has more bytes than this, over an older one of that name.
function Move-Log([string] $Path, [string] $Destination, [long] $Above = 0) {
    #remedyc:every-host
    if (-not [IO.File]::Exists($Path) -or [IO.FileInfo]::new($Path).Length -le $Above) { return }
    [IO.File]::Delete($Destination)
    [IO.File]::Move($Path, $Destination)
}
