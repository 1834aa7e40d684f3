# Gives the distance of a mark's time from now, whichever lies ahead (a clock set back does no harm); $null when it is no time: a lost mark.
function Get-MarkAge {
    param([Parameter(Mandatory)] [AllowEmptyString()] [string] $Text)
    $time = [datetime]::MinValue
    $culture = [Globalization.CultureInfo]::InvariantCulture
    if ([datetime]::TryParseExact($Text, 'o', $culture, [Globalization.DateTimeStyles]::RoundtripKind, [ref]$time)) { ((Get-Clock) - $time).Duration() }
}
