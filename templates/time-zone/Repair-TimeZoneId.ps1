# Sets this computer's time zone.
function Repair-TimeZoneId([string] $Id) {
    $is = Read-TimeZoneId
    if (Test-Text $is $Id -IgnoreCase) { return }
    Add-Journal 'TimeZone' 'id' $is $Id
    $code = Write-TimeZone $Id
    if ($code -ne 0) { throw "the time zone could not be set to ${Id}: tzutil.exe returned $code" }
}
