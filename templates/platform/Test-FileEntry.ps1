function Test-FileEntry {
    <#
    .SYNOPSIS
        True when a file of this path exists (a folder is none).
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Path)
    [System.IO.File]::Exists($Path)
}
