# Whether the process of a service has the service's own SID: no_sid, unrestricted or restricted; $null where it is not installed.
## ServiceSidType of its key: SERVICE_SID_INFO (learn.microsoft.com/windows/win32/api/winsvc/ns-winsvc-service_sid_info), 0, 1 and 3.
function Read-ServiceSidType([string] $Name) {
    if ($null -eq (Get-ServiceConfiguration $Name)) { return }
    $type = Read-SystemValue "SYSTEM\CurrentControlSet\Services\$Name" 'ServiceSidType'
    if ($null -eq $type) { return 'no_sid' }
    $word = @{ 0 = 'no_sid'; 1 = 'unrestricted'; 3 = 'restricted' }[[int]$type]
    if ($word) { $word } else { throw "the SID type of service $Name is unknown: $type" }
}
