# What Group Policy sets for a registry value: Type (REG_ number), Data (bytes).
## Class RSOP_RegistryPolicySetting, precedence 1 is the winner. Space: 'computer', or 'user\S_1_5_...' for a value below HKEY_CURRENT_USER.
function Get-RsopRegistrySetting([string] $Path, [string] $Name, [string] $Space = 'computer') {
    #remedyc:every-host
    $filter = "precedence = 1 AND registryKey = '{0}' AND valueName = '{1}'" -f $(foreach ($text in $Path, $Name) { $text.Replace('\', '\\').Replace("'", "\'") })
    foreach ($one in Get-CimInstance -Namespace "root\rsop\$Space" -ClassName 'RSOP_RegistryPolicySetting' -Filter $filter -OperationTimeoutSec 20) {
        [pscustomobject]@{ GpoId = $one.GPOID; Deleted = $one.deleted; Type = $one.valueType; Data = [byte[]]@($one.value) }
    }
}
