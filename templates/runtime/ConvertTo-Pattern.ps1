function ConvertTo-Pattern {
    <#
    .SYNOPSIS
        Writes a text as the regular expression that matches exactly this text: what is only known on the device never changes a pattern's meaning.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory, Position = 0)] [AllowEmptyString()] [string] $Text)
    [regex]::Escape($Text)
}
