function Get-ClockText {
    <#
    .SYNOPSIS
        Gives the present time as marks and logs write it: ISO 8601 in UTC.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()
    (Get-Clock).ToString('o', [System.Globalization.CultureInfo]::InvariantCulture)
}
