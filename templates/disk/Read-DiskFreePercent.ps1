# The free space of a drive in whole percent of its size, rounded down.
## $null when there is no such drive.
function Read-DiskFreePercent([string] $Drive) {
    $space = Get-DiskSpace $Drive
    if ($null -eq $space) { return }
    if ($space.Total -le 0) { throw "drive $Drive tells no size" }
    [long][Math]::Floor([decimal]$space.Free * 100 / $space.Total)
}
