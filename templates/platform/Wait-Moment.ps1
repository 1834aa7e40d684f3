function Wait-Moment {
    <#
    .SYNOPSIS
        Does nothing for some milliseconds; Ctrl-C ends it.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [int] $Milliseconds)
    Start-Sleep -Milliseconds $Milliseconds
}
