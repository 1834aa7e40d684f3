function Read-Disk {
    <#
    .SYNOPSIS
        Reads the free space of a drive in bytes (free) or in whole percent of its size, rounded down (free_percent); $null when there is no such drive.
    #>
    [CmdletBinding()]
    [OutputType([long])]
    param(
        [Parameter(Mandatory)] [string] $Drive,
        [Parameter(Mandatory)] [ValidateSet('free', 'free_percent')] [string] $Property
    )
    $space = Get-DiskSpace -Drive $Drive
    if ($null -eq $space) { return }
    if ($Property -eq 'free') { return $space.Free }
    if ($space.Total -le 0) { throw "drive $Drive tells no size" }
    [long][Math]::Floor([decimal]$space.Free * 100 / $space.Total)
}
