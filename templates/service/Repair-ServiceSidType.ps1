# Sets which SID the process of a service has; it counts from the next start of the service.
function Repair-ServiceSidType([string] $Name, [string] $SidType) {
    $is = Read-ServiceSidType $Name
    if ($is -eq $SidType) { return }
    Add-Journal 'ServiceSidType' $Name $is $SidType
    Undo-ServiceSidType $Name $SidType
}
