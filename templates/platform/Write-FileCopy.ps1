function Write-FileCopy {
    <#
    .SYNOPSIS
        Copies a file to a path at which nothing must exist yet.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [string] $Source,
        [Parameter(Mandatory)] [string] $Path
    )
    [System.IO.File]::Copy($Source, $Path, $false)
}
