# Takes a user right from one account, by SID; its other rights and the other holders stay.
## Throws when Windows refuses.
function Revoke-UserRight {
    param([Parameter(Mandatory)] [string] $Right, [Parameter(Mandatory)] [string] $Sid)
    Open-LsaPolicy $Right 0x811 {
        param($api, $policy, $string)
        $identifier = [Security.Principal.SecurityIdentifier]::new($Sid)
        $bytes = [byte[]]::new($identifier.BinaryLength)
        $identifier.GetBinaryForm($bytes, 0)
        $status = $api::LsaRemoveAccountRights($policy, $bytes, 0, $string, 1)
        # STATUS_OBJECT_NAME_NOT_FOUND: the account holds no right at all
        if ($status -ne 0 -and $status -ne 0xC0000034) { throw [ComponentModel.Win32Exception]::new($api::LsaNtStatusToWinError($status)) }
    }
}
