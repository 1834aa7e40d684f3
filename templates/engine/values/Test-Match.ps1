# True when a text matches a .NET regular expression, ignoring case; $null never does.
## Throws when that takes more than a second.
function Test-Match([object] $Text, [string] $Pattern) {
    if ($null -eq $Text) { return $false }
    [regex]::IsMatch([string]$Text, $Pattern, [Text.RegularExpressions.RegexOptions]'IgnoreCase, CultureInvariant', [timespan]::FromSeconds(1))
}
