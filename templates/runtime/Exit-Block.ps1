function Exit-Block {
    <#
    .SYNOPSIS
        Ends the block that Enter-Block began.
    #>
    [CmdletBinding()]
    [OutputType([void])]
    param()
    $null = $script:Remedy.Barriers.Pop()
}
