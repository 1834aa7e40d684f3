# To which network interfaces a component of the network is bound: a table from their names to whether it is.
## "MSFT_NetAdapterBindingSettingData class" (Microsoft Learn). ms_tcpip6 is IPv6.
function Get-AdapterBinding([string] $Component) {
    #remedyc:every-host
    $bindings = @{}
    foreach ($one in Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetAdapterBindingSettingData -OperationTimeoutSec 60) {
        if ($one.ComponentID -eq $Component) { $bindings[[string]$one.Name] = [bool]$one.Enabled }
    }
    $bindings
}
