# What a policy sets of a profile of the firewall: Value, and Owner in words; nothing where none does.
## Microsoft, [MS-GPFAS] 2.2.3: EnableFirewall, DefaultInboundAction and DefaultOutboundAction (1 blocks), DoNotAllowExceptions, DisableNotifications below DomainProfile,
## PrivateProfile and PublicProfile; StandardProfile is the one before Windows Vista, which counts for private networks. [MS-FASP] 2.2.38: Group Policy's value wins.
## Intune keeps its own in the same form below Mdm (Microsoft Learn, "Firewall CSP", names the settings; the key is seen on machines).
function Find-FirewallProfilePolicy([string] $Name, [string] $Setting) {
    foreach ($store in @('Group Policy', 'SOFTWARE\Policies\Microsoft\WindowsFirewall'), @('Intune', 'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm')) {
        foreach ($key in @{ domain = @('DomainProfile'); private = 'PrivateProfile', 'StandardProfile'; public = @('PublicProfile') }[$Name]) {
            $owner = "$($store[0]) (HKLM\$($store[1])\$key)"
            if ($Setting -eq 'inbound' -and (Read-SystemValue "$($store[1])\$key" 'DoNotAllowExceptions') -eq 1) { return [pscustomobject]@{ Value = 'block_all'; Owner = $owner } }
            $data = Read-SystemValue "$($store[1])\$key" @{ enabled = 'EnableFirewall'; inbound = 'DefaultInboundAction'; outbound = 'DefaultOutboundAction'; notify = 'DisableNotifications' }[$Setting]
            if ($null -eq $data) { continue }
            $value = switch ($Setting) { 'enabled' { $data -ne 0 } 'notify' { $data -eq 0 } default { @('allow', 'block')[$data -eq 1] } }
            return [pscustomobject]@{ Value = $value; Owner = $owner }
        }
    }
}
