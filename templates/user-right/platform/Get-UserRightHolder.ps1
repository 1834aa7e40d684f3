# The SIDs of the accounts that hold a user right directly.
## Throws for a right that Windows does not know.
function Get-UserRightHolder([string] $Right) {
    #remedyc:every-host
    Open-LsaPolicy $Right 0x801 {
        param($api, $policy, $string)
        $buffer = [IntPtr]::Zero
        $count = 0
        $status = $api::LsaEnumerateAccountsWithUserRight($policy, $string, [ref]$buffer, [ref]$count)
        # STATUS_NO_MORE_ENTRIES: held by nobody
        if ($status -eq 0x8000001A) { return }
        if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
        try {
            # each entry is one pointer to a SID
            for ($at = 0; $at -lt $count; $at++) { [Security.Principal.SecurityIdentifier]::new([Runtime.InteropServices.Marshal]::ReadIntPtr($buffer, $at * [IntPtr]::Size)).Value }
        }
        finally { [void]$api::LsaFreeMemory($buffer) }
    }
}
