# The rules of a name, as Windows Firewall has them; throws where it does not answer.
function Find-FirewallRule([string] $Name) {
    try { Get-FirewallRule $Name } catch { throw "Windows Firewall does not answer (does its service MpsSvc run?): $(Get-FailureText $_)" }
}
