# The fixed drives that are ready, as C:.
function Find-FixedDrive {
    foreach ($drive in [IO.DriveInfo]::GetDrives()) { if ($drive.DriveType -eq [IO.DriveType]::Fixed -and $drive.IsReady) { $drive.Name.TrimEnd('\') } }
}
