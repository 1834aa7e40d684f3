# The free bytes of a drive, $null when there is none.
function Read-DiskFree([string] $Drive) {
    $space = Get-DiskSpace $Drive
    if ($null -ne $space) { $space.Free }
}
