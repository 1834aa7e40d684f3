function Write-Record {
    <#
    .SYNOPSIS
        Notes how an item came out, in the log too.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param(
        [Parameter(Mandatory)] [hashtable] $Item,
        [Parameter(Mandatory)] [string] $Outcome,
        [AllowEmptyString()] [string] $Why = '',
        [AllowEmptyString()] [string] $Behind = ''
    )
    Write-ItemLog -Record (Add-Record -Item $Item -Outcome $Outcome -Why $Why -Behind $Behind)
}
