# What each battery holds when it is full, and was made to hold: Full, Designed, in milliwatt-hours as a rule. None where their driver does not say.
## BATTERY_WMI_FULL_CHARGED_CAPACITY, BATTERY_WMI_STATIC_DATA (Microsoft Learn, batclass.h). Without a battery, and with some drivers, these classes fail:
## WBEM_E_FAILED, NOT_FOUND, NOT_SUPPORTED, INVALID_CLASS ("WMI Error Constants").
function Get-BatteryCapacity {
    #remedyc:every-host
    try {
        $designed = @{}
        foreach ($one in Get-CimInstance -Namespace 'root\wmi' -ClassName BatteryStaticData -OperationTimeoutSec 20) { $designed[$one.InstanceName] = [long]$one.DesignedCapacity }
        foreach ($one in Get-CimInstance -Namespace 'root\wmi' -ClassName BatteryFullChargedCapacity -OperationTimeoutSec 20) {
            if ($designed.ContainsKey($one.InstanceName)) { [pscustomobject]@{ Full = [long]$one.FullChargedCapacity; Designed = $designed[$one.InstanceName] } }
        }
    }
    catch { if ($_.FullyQualifiedErrorId -notmatch '^HRESULT 0x800410(01|02|0c|10)') { throw } }
}
