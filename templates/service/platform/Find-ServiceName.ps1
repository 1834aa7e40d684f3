# The name of the service whose display name is given.
function Find-ServiceName([string] $DisplayName) {
    #remedyc:every-host
    Get-Service -ErrorAction Ignore | Where-Object { $_.DisplayName -eq $DisplayName } | ForEach-Object { $_.Name }
}
