# Gives a file its final name in the same folder, in one step; one of that name is replaced, and its rights stay.
function Write-FileName([string] $Path, [string] $Destination) {
    if ([IO.File]::Exists($Destination)) { [IO.File]::Replace($Path, $Destination, [NullString]::Value) } else { [IO.File]::Move($Path, $Destination) }
}
