# The SIDs of the members of a group of this computer; throws where there is no such group.
## LOCALGROUP_MEMBERS_INFO_0: one pointer to a SID. -1 is MAX_PREFERRED_LENGTH.
function Find-GroupMember([string] $Name) {
    #remedyc:every-host
    $api = Get-NetApi
    $buffer = [IntPtr]::Zero
    $count = $total = 0
    # -1: all of them at once
    $code = $api::NetLocalGroupGetMembers([IntPtr]::Zero, $Name, 0, [ref]$buffer, -1, [ref]$count, [ref]$total, [IntPtr]::Zero)
    try {
        if ($code -ne 0) { throw [ComponentModel.Win32Exception]::new($code) }
        # each entry is one pointer to a SID
        for ($at = 0; $at -lt $count; $at++) { [Security.Principal.SecurityIdentifier]::new([Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $at * [IntPtr]::Size)).Value }
    }
    finally { [void]$api::NetApiBufferFree($buffer) }
}
