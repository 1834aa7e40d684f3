# The reason where this computer has another time zone.
function Test-TimeZoneId([string] $Id) {
    $is = Read-TimeZoneId
    if (-not (Test-Text $is $Id -IgnoreCase)) { "the time zone is $(if ($is) { ConvertTo-Line $is } else { 'none of Windows' }), not $Id" }
}
