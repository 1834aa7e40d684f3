# '/': joins two parts of a path with one backslash between.
function Join-Segment([string] $Left, [string] $Right) {
    $Left.TrimEnd('\', '/') + '\' + $Right.TrimStart('\', '/')
}
