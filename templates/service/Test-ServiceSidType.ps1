# Gives the reason where the process of a service has another kind of SID.
function Test-ServiceSidType([string] $Name, [string] $SidType) {
    $is = Read-ServiceSidType $Name
    if ($null -eq $is) { return "service $Name is not installed" }
    if ($is -ne $SidType) { "the SID type of service $Name is $is, not $SidType" }
}
