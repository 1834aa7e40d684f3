function Add-Folder {
    <#
    .SYNOPSIS
        Creates a folder with the rights that it inherits.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [string] $Path)
    $null = [System.IO.Directory]::CreateDirectory($Path)
}
