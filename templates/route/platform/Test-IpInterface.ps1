# Whether there is a network interface of a name, connected or not.
## "MSFT_NetIPInterface class" (Microsoft Learn).
function Test-IpInterface([string] $Name) {
    #remedyc:every-host
    @(Get-CimInstance -Namespace 'root\StandardCimv2' -ClassName MSFT_NetIPInterface -OperationTimeoutSec 60 | Where-Object { $_.InterfaceAlias -eq $Name }).Count -gt 0
}
