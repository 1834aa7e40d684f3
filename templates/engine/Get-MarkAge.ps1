# How far a mark's time is from now, either way; nothing when it is no time.
function Get-MarkAge([string] $Text) {
    $time = [datetime]::MinValue
    if ([datetime]::TryParseExact($Text, 'o', [Globalization.CultureInfo]::InvariantCulture, 'RoundtripKind', [ref]$time)) { ((Get-Clock) - $time).Duration() }
}
