# The free bytes of a drive.
function Read-DiskFree([string] $Drive) {
    $space = Get-DiskSpace $Drive
    if ($null -eq $space) { throw "there is no drive $Drive" }
    $space.Free
}
