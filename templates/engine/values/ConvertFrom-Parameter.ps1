# Reads the text of a script parameter as its type.
## A wrong one ends the script with a line that says what is expected.
## Type as the compiler writes it; with ? an empty text is none.
function ConvertFrom-Parameter([string] $Name, [string] $Type, [string] $Text) {
    if ($Text -eq '' -and $Type.EndsWith('?', [StringComparison]::Ordinal)) { return $null }
    try { return ConvertFrom-Text -Type $Type.TrimEnd('?') -Text $Text }
    catch { $why = Get-FailureText -Failure $_ }
    Complete-Early -Outcome 'failed' -Why "parameter -$Name`: $why"
}
