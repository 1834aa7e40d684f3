function Clear-LogFile {
    <#
    .SYNOPSIS
        Deletes a file of ours in a folder of ours; one that is absent is no error.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [string] $Path)
    [System.IO.File]::Delete($Path)
}
