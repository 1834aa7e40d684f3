function Read-Program {
    <#
    .SYNOPSIS
        Reads whether a program's file is there.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [ValidateSet('exists')] [string] $Property
    )
    $null = $Property
    Test-FileEntry -Path $Path
}
