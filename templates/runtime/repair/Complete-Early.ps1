function Complete-Early {
    <#
    .SYNOPSIS
        Ends the script before its walk is over, with one summary line; the log has it too, once there is one.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Outcome,
        [Parameter(Mandatory)] [string] $Why
    )
    $line = Get-EarlyLine -Outcome $Outcome -Why $Why
    Write-Summary -Outcome $Outcome -Line $line
    Close-Lock
    Write-Answer -Outcome $Outcome -Line $line
}
