# Gives the date and time in UTC.
function Get-Clock {
    [datetime]::UtcNow
}
