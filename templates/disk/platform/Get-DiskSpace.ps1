# Free (bytes that the user of the script may fill) and Total of a drive such as C:.
## $null when there is no such drive; throws when it is not ready.
function Get-DiskSpace([ValidatePattern('^[A-Za-z]:\\?$')] [string] $Drive) {
    $info = [IO.DriveInfo]::new($Drive.Substring(0, 2))
    if ($info.DriveType -ne [IO.DriveType]::NoRootDirectory) {
        [pscustomobject]@{ Free = [long]$info.AvailableFreeSpace; Total = [long]$info.TotalSize }
    }
}
