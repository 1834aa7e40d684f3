# The date and time in UTC.
function Get-Clock {
    #remedyc:every-host
    [datetime]::UtcNow
}
