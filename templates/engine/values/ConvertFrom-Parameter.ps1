# Reads the text of a script parameter as its type; a wrong one ends the script with a line that says what is expected.
## Type as the compiler writes it; with ? an empty text is none.
function ConvertFrom-Parameter {
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [string] $Type,
        [Parameter(Mandatory, Position = 2)] [AllowNull()] [AllowEmptyString()] [string] $Text
    )
    if ($Text -eq '' -and $Type.EndsWith('?', [StringComparison]::Ordinal)) { return $null }
    try { return ConvertFrom-Text -Type $Type.TrimEnd('?') -Text $Text }
    catch { $why = Get-FailureText -Failure $_ }
    Complete-Early -Outcome 'failed' -Why "parameter -$Name`: $why"
}
