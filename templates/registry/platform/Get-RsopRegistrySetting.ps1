# Gives GpoId, Deleted, Type (REG_ number) and Data (bytes) of the registry value that wins by Group Policy; nothing when no policy sets it.
## Class RSOP_RegistryPolicySetting, precedence 1 is the winner. Account: SID of the user for a value below HKEY_CURRENT_USER, empty for the computer's.
function Get-RsopRegistrySetting([string] $Path, [string] $Name, [string] $Account = '') {
    #remedyc:every-host
    $space = if ($Account -eq '') { 'root\rsop\computer' } else { 'root\rsop\user\' + $Account.Replace('-', '_') }
    $quoted = foreach ($text in $Path, $Name) { $text.Replace('\', '\\').Replace("'", "\'") }
    $filter = "precedence = 1 AND registryKey = '{0}' AND valueName = '{1}'" -f $quoted
    Get-CimInstance -Namespace $space -ClassName RSOP_RegistryPolicySetting -Filter $filter -OperationTimeoutSec 20 |
        ForEach-Object { [pscustomobject]@{ GpoId = $_.GPOID; Deleted = $_.deleted; Type = $_.valueType; Data = [byte[]]@($_.value) } }
}
