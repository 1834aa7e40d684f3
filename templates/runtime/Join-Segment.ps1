function Join-Segment {
    <#
    .SYNOPSIS
        '/': joins two parts of a path with one backslash between.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Left,
        [Parameter(Mandatory, Position = 1)] [string] $Right
    )
    $Left.TrimEnd('\', '/') + '\' + $Right.TrimStart('\', '/')
}
