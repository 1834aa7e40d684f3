function Get-SourceId {
    <#
    .SYNOPSIS
        Gives the id of an item in the source: what an 'each' appended in brackets is taken off.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Id)
    $bracket = $Id.IndexOf('[')
    if ($bracket -lt 0) { $Id } else { $Id.Substring(0, $bracket) }
}
