function Find-NamedProcess {
    <#
    .SYNOPSIS
        Gives the running processes of a program by its file name, with or without .exe.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string] $Name)
    Find-Process -Name ($Name -replace '\.exe$', '')
}
