function Read-UserRight {
    <#
    .SYNOPSIS
        Reads who holds a user right directly: includes, a list of SIDs.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory)] [string] $Right,
        [Parameter(Mandatory)] [ValidateSet('includes')] [string] $Property
    )
    $null = $Property
    , [string[]]@(Get-UserRightHolder -Right $Right | Sort-Object)
}
