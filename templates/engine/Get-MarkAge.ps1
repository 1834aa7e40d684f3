# Gives the distance of a mark's time from now, whichever lies ahead (a clock set back does no harm); $null when it is no time: a lost mark.
function Get-MarkAge {
    param([string] $Text)
    $time = [datetime]::MinValue
    if ([datetime]::TryParseExact($Text, 'o', [Globalization.CultureInfo]::InvariantCulture, 'RoundtripKind', [ref]$time)) { ((Get-Clock) - $time).Duration() }
}
