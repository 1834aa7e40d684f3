# The version of Windows with all four parts.
## UBR, the number of the cumulative update, is missing on an installation that never had one.
function Read-OsVersion {
    $path = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $parts = foreach ($name in 'CurrentMajorVersionNumber', 'CurrentMinorVersionNumber', 'CurrentBuildNumber') { Read-SystemValue $path $name -Required }
    [version](@($parts) + [int](Read-SystemValue $path 'UBR') -join '.')
}
