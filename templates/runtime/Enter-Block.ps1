function Enter-Block {
    <#
    .SYNOPSIS
        Begins a block with a require of its own; what blocks the block around it blocks this one.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    $script:Remedy.Barriers.Push((Get-Barrier))
}
