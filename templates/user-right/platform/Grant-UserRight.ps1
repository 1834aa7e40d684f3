# Adds one account to the holders of a user right.
## Adds one account, by SID, to the holders of a user right; the others stay.
## Throws when Windows refuses.
function Grant-UserRight {
    param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [string] $Sid)
    Open-LsaPolicy $Right 0x811 {
        param($api, $policy, $string)
        $identifier = [Security.Principal.SecurityIdentifier]::new($Sid)
        $bytes = [byte[]]::new($identifier.BinaryLength)
        $identifier.GetBinaryForm($bytes, 0)
        $status = $api::LsaAddAccountRights($policy, $bytes, $string, 1)
        if ($status -ne 0) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
    }
}
