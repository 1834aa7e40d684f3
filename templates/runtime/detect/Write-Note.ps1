function Write-Note {
    <#
    .SYNOPSIS
        Explains something to who asked with -Verbose; detection writes no log.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [string] $Text)
    Write-Verbose -Message (ConvertTo-Line $Text)
}
