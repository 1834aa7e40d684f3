function Get-SecretText {
    <#
    .SYNOPSIS
        Gives the text of a file that holds a protected secret, $null when it does not exist.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Path)
    if ([System.IO.File]::Exists($Path)) { [System.IO.File]::ReadAllText($Path) }
}
