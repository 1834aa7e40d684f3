function Holds {
    <#
    .SYNOPSIS
        Verdict of a test: the resource is as it should be.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param()
    [pscustomobject]@{ RemedycVerdict = 'holds'; Why = '' }
}
