function ConvertFrom-Parameter {
    <#
    .SYNOPSIS
        Reads the text of a script parameter as its type; a wrong one ends the script with a line that says what is expected.
    .NOTES
        Type as the compiler writes it: string, int, bool, version, duration, size, path, account, secret, list, members a|b|c; with ? an empty text is none.
    #>
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [string] $Type,
        [Parameter(Mandatory, Position = 2)] [AllowNull()] [AllowEmptyString()] [string] $Text
    )
    $optional = $Type.EndsWith('?')
    if ($Text -eq '' -and $optional) { return $null }
    try { ConvertFrom-Text -Type $Type.TrimEnd('?') -Text $Text }
    catch { Complete-Early -Outcome 'failed' -Why ("parameter -{0}: '{1}' is {2}" -f $Name, $Text, (Get-FailureText -Failure $_)) }
}
