function Complete-Early {
    <#
    .SYNOPSIS
        Ends the script before its walk is over, with one summary line.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Outcome,
        [Parameter(Mandatory)] [string] $Why
    )
    Write-Answer -Outcome $Outcome -Line (Get-EarlyLine -Outcome $Outcome -Why $Why)
}
