# The build number of Windows, from the registry: CIM is slow.
## The build number of Windows. From the registry, as all that Windows says of itself: CIM takes longer than all else that a detection does.
function Read-OsBuild {
    [int](Read-SystemValue 'SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber' -Required)
}
