# True when a text matches a .NET regular expression, ignoring case; $null never does. Throws when that takes more than a second.
function Test-Match {
    param([Parameter(Mandatory, Position = 0)] [AllowNull()] [object] $Text, [Parameter(Mandatory, Position = 1)] [string] $Pattern)
    if ($null -eq $Text) { return $false }
    [regex]::IsMatch([string]$Text, $Pattern, [Text.RegularExpressions.RegexOptions]'IgnoreCase, CultureInvariant', [timespan]::FromSeconds(1))
}
