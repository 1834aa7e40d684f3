function Clear-Stale {
    <#
    .SYNOPSIS
        Deletes the marks of another version or of other parameters.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Name)
    foreach ($mark in $Name) { Clear-Mark -Hive (Get-MarkHive) -Remedy $script:Remedy.Name -Name $mark }
}
