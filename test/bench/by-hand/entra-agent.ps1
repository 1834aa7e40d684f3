<#
.SYNOPSIS
    Tells whether the Entra provisioning agent is there and runs, and what it needs; changes nothing. What a careful engineer writes by hand for Intune.
#>
#Requires -Version 5.1
[CmdletBinding()]
param()
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Get-Value([string] $Path, [string] $Name) {
    $key = Open-RegistryKey 'HKLM' $Path
    if ($null -eq $key) { return }
    try { $key.GetValue($Name) } finally { $key.Dispose() }
}

# Names of what is installed, from both views of the uninstall keys.
function Get-InstalledName {
    foreach ($view in 64, 32) {
        $root = Open-RegistryKey 'HKLM' 'SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' $view
        if ($null -eq $root) { continue }
        foreach ($name in $root.GetSubKeyNames()) {
            $entry = $root.OpenSubKey($name)
            $entry.GetValue('DisplayName')
            $entry.Dispose()
        }
        $root.Dispose()
    }
}

#platform
try {
    $windows = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion'
    $schannel = 'SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.2'
    $wrong = @(
        if ([int](Get-Value $windows 'CurrentBuildNumber') -lt 14393) { 'Windows Server 2016 or later is needed' }
        if ((Get-Value $windows 'InstallationType') -eq 'Server Core') { 'Server Core is not supported' }
        if ((Get-Value 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release') -lt 461308) { 'install .NET Framework 4.7.1 or later' }
        if ((Get-Value 'SYSTEM\CurrentControlSet\Services\VaultSvc' 'Start') -eq 4) { 'the agent needs Credential Manager' }
        foreach ($hive in 'HKLM', 'HKCU') {
            $key = Open-RegistryKey $hive 'Software\Policies\Microsoft\Windows\PowerShell'
            if ($null -ne $key) {
                if ($key.GetValue('EnableScripts') -eq 0 -or $key.GetValue('ExecutionPolicy') -notin $null, 'RemoteSigned') { "the execution policy of $hive must be undefined or RemoteSigned" }
                $key.Dispose()
            }
        }
        foreach ($role in 'Client', 'Server') {
            if ((Get-Value "$schannel\$role" 'Enabled') -eq 0 -or (Get-Value "$schannel\$role" 'DisabledByDefault') -ne 0) { "TLS 1.2 is not on for the $role" }
        }
        if ((Get-Value 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto') -ne 1) { 'SchUseStrongCrypto is not 1' }
        $holders = @(Get-UserRightHolder 'SeServiceLogonRight')
        if ($holders -notcontains 'S-1-5-80-0' -or @(Get-UserRightHolder 'SeDenyServiceLogonRight') -contains 'S-1-5-80-0') { 'services may not log on as a service' }
        if ((Get-Value 'SYSTEM\CurrentControlSet\Services\AADConnectProvisioningAgent' 'Start') -ne 2) { 'the agent does not start by itself' }
        foreach ($name in 'AADConnectProvisioningAgent', 'AzureADConnectAgentUpdater') {
            $service = Get-ServiceState $name
            if ($null -eq $service -or $service.State -ne 'running') { "service $name does not run" }
        }
        $installed = @(Get-InstalledName)
        foreach ($what in 'Provisioning Agent', 'Provisioning Agent Package') {
            if (@($installed -match "^Microsoft (Entra|Entra Connect|Azure AD Connect) $what$").Count -eq 0) { "$what is not installed" }
        }
    )
    $warnings = @(
        if ((Get-Value 'SYSTEM\CurrentControlSet\Control\ProductOptions' 'ProductType') -ne 'ServerNT') { 'Microsoft documents the agent for member servers' }
        if (-not (Get-ComputerMembership).PartOfDomain) { 'the agent needs a domain-joined server' }
        if ((Get-MemoryModule | Measure-Object -Sum).Sum -lt 4GB) { 'at least 4 GB of memory are recommended' }
    )
    $line = "$(if ($wrong.Count -eq 0) { 'Compliant' } else { "Not compliant: $($wrong -join '; ')" })$(if ($warnings.Count -gt 0) { "; warning: $($warnings -join ', ')" })"
    Write-Output $line
    exit [int]($wrong.Count -gt 0)
}
catch {
    Write-Output "Cannot be read: $($_.Exception.Message)"
    exit 1
}
