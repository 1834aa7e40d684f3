# The devices of this computer, or the one of an instance id: InstanceId, Name, Class, Code (ConfigManagerErrorCode, 0 without a problem).
## "Win32_PnPEntity class" (Microsoft Learn). WQL ignores case.
function Find-PnpEntity([string] $InstanceId) {
    #remedyc:every-host
    $query = 'SELECT Name, PNPDeviceID, PNPClass, ConfigManagerErrorCode FROM Win32_PnPEntity'
    if ($InstanceId) { $query += " WHERE PNPDeviceID = '$($InstanceId -replace "(['\\])", '\$1')'" }
    foreach ($one in Get-CimInstance -Query $query -OperationTimeoutSec 120) {
        [pscustomobject]@{ InstanceId = [string]$one.PNPDeviceID; Name = [string]$one.Name; Class = [string]$one.PNPClass; Code = [int]$one.ConfigManagerErrorCode }
    }
}
