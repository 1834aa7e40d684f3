# The InstallState of an optional feature of Windows, nothing where this Windows has none of that name.
## 1 enabled, 2 disabled, 3 absent (its files are not there), 4 unknown: Microsoft Learn, "Win32_OptionalFeature class". WQL ignores case.
function Get-FeatureState([string] $Name) {
    #remedyc:every-host
    foreach ($one in Get-CimInstance -ClassName Win32_OptionalFeature -Filter "Name = '$($Name -replace "(['\\])", '\$1')'" -Property InstallState -OperationTimeoutSec 120) { [int]$one.InstallState }
}
