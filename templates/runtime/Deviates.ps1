function Deviates {
    <#
    .SYNOPSIS
        Verdict of a test: the resource differs; why is a full clause that names it.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory, Position = 0)] [string] $Why)
    [pscustomobject]@{ RemedycVerdict = 'deviates'; Why = $Why }
}
