# The devices of this computer, the one of an instance id, or those for which a condition holds: Name (the instance id, which no two have), InstanceId, FriendlyName, Class, ProblemCode, Problem, Enabled.
## 22 is CM_PROB_DISABLED: a person, a policy or a script has disabled it.
function Select-PnpDevice([string] $InstanceId, [scriptblock] $Where) {
    foreach ($one in Find-PnpEntity $InstanceId) {
        $device = [pscustomobject]@{
            Name         = $one.InstanceId
            InstanceId   = $one.InstanceId
            FriendlyName = $(if ($one.Name) { $one.Name })
            Class        = $(if ($one.Class) { $one.Class })
            ProblemCode  = [long]$one.Code
            Problem      = $one.Code -notin 0, 22
            Enabled      = $one.Code -ne 22
        }
        if ($null -eq $Where -or @($device | Where-Object $Where).Count -gt 0) { $device }
    }
}
