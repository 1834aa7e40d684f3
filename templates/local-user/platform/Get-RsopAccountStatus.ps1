# The ids of the Group Policies that win for whether an account of Windows is enabled (Key: EnableAdminAccount, EnableGuestAccount).
## Class RSOP_SecuritySettingBoolean (KeyName, Setting, precedence), learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-securitysettingboolean; the keys are those of [System Access] in security templates ([MS-GPSB] 2.2.1.1).
function Get-RsopAccountStatus([ValidateSet('EnableAdminAccount', 'EnableGuestAccount')] [string] $Key) {
    #remedyc:every-host
    Get-CimInstance -Namespace 'root\rsop\computer' -ClassName RSOP_SecuritySettingBoolean -Filter "KeyName = '$Key' AND Precedence = 1" -OperationTimeoutSec 20 |
        ForEach-Object { [pscustomobject]@{ GpoId = [string]$_.GPOID; Enabled = [bool]$_.Setting } }
}
