# The free space of a drive in whole percent of its size, rounded down.
function Read-DiskFreePercent([string] $Drive) {
    $space = Get-DiskSpace $Drive
    if ($null -eq $space) { throw "there is no drive $Drive" }
    if ($space.Total -le 0) { throw "drive $Drive tells no size" }
    [long][Math]::Floor([decimal]$space.Free * 100 / $space.Total)
}
