# '/': joins two parts of a path with one backslash between.
function Join-Segment {
    param([Parameter(Mandatory, Position = 0)] [string] $Left, [Parameter(Mandatory, Position = 1)] [string] $Right)
    $Left.TrimEnd('\', '/') + '\' + $Right.TrimStart('\', '/')
}
