# The id of this computer's time zone.
## Empty where somebody has set one that Windows has no name for. What stands behind a NUL is left from an earlier, longer name.
## TimeZoneKeyName: Microsoft Learn, "DYNAMIC_TIME_ZONE_INFORMATION structure (timezoneapi.h)".
function Read-TimeZoneId {
    ([string](Read-SystemValue 'SYSTEM\CurrentControlSet\Control\TimeZoneInformation' 'TimeZoneKeyName' -Required)).Split([char]0)[0]
}
