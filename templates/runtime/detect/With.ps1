function With {
    <#
    .SYNOPSIS
        'with ... stopped': stops nothing where nothing is changed.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory, Position = 0)] [scriptblock] $RemedyBody)
    & $RemedyBody
}
