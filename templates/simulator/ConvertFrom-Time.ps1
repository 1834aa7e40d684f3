# Gives milliseconds since 1970 as a date and time in UTC.
function ConvertFrom-Time([long] $Time) {
    [datetime]::new(621355968000000000L + $Time * 10000L, [System.DateTimeKind]::Utc)
}
