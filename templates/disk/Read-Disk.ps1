# Reads whether a drive exists, and its free space in bytes (free) or in whole percent of its size, rounded down (free_percent); $null when there is no such drive.
function Read-Disk {
    param([Parameter(Mandatory)] [string] $Drive, [Parameter(Mandatory)] [ValidateSet('exists', 'free', 'free_percent')] [string] $Property)
    $space = Get-DiskSpace -Drive $Drive
    if ($Property -eq 'exists') { return $null -ne $space }
    if ($null -eq $space) { return }
    if ($Property -eq 'free') { return $space.Free }
    if ($space.Total -le 0) { throw "drive $Drive tells no size" }
    [long][Math]::Floor([decimal]$space.Free * 100 / $space.Total)
}
