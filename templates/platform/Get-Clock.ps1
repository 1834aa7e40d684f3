function Get-Clock {
    <#
    .SYNOPSIS
        Gives the date and time in UTC.
    #>
    [CmdletBinding()]
    [OutputType([datetime])]
    param()
    [datetime]::UtcNow
}
