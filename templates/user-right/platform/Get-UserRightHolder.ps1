# Gives the SIDs of the accounts that hold a user right directly; nothing when nobody does. Throws for a right that Windows does not know.
function Get-UserRightHolder {
    #remedyc:every-host
    param([Parameter(Mandatory)] [string] $Right)
    Open-LsaPolicy -Right $Right -Access 0x801 -Body {
        param($api, $policy, $string)
        $buffer = [IntPtr]::Zero
        $count = 0
        $status = $api::LsaEnumerateAccountsWithUserRight($policy, $string, [ref]$buffer, [ref]$count)
        # STATUS_NO_MORE_ENTRIES: held by nobody
        if ($status -eq 0x8000001A) { return }
        if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
        try {
            # an array of LSA_ENUMERATION_INFORMATION, which is one pointer to a SID
            for ($index = 0; $index -lt $count; $index++) {
                $sid = [Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $index * [IntPtr]::Size)
                [Security.Principal.SecurityIdentifier]::new($sid).Value
            }
        }
        finally { [void]$api::LsaFreeMemory($buffer) }
    }
}
