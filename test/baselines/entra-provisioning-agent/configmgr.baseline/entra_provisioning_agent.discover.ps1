<#
.SYNOPSIS
    Microsoft Entra provisioning agent: repair setup error 0x80070643: tells whether it is needed, changes nothing
.DESCRIPTION
    Repairs a Microsoft Entra provisioning agent whose setup fails with 0x80070643: its service may not log on as a service, or a stale
    installation is in the way. Does what the support answer asks a person to do, in its order.
.NOTES
    Remedy    entra_provisioning_agent 1.0.0
    Publisher Identity operations
    Target    configmgr.baseline, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/entra-provisioning-agent.remedy, SHA-256 4fd3c475e7f6bfd1ad0ca67d6c3b822230a49f0b2ed85920c6f4043ae93d0f30
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
    Parameter installer = %ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe
    Parameter signer = CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US
    Parameter restart_after_cleanup = false
    Parameter logon_account = none
    Parameter logon_password = none
#>
#Requires -Version 5.1
[CmdletBinding()]
param()

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_agent = 'AADConnectProvisioningAgent'
  $let_updater = 'AzureADConnectAgentUpdater'
  Step 'prerequisites' 'Verify the prerequisites' {
    # line 51: require os.build >= 14393 else "Windows Server 2016 or later is needed."
    if (-not (Assert 'Windows Server 2016 or later is needed.' { (Read-OsBuild) -ge 14393 })) { return }
    # line 52: require os.installation_type != server_core else "Server Core is not supported."
    if (-not (Assert 'Server Core is not supported.' { (Read-OsInstallationType) -ne 'server_core' })) { return }
    # line 53: require not dotnet_release.exists or dotnet.version >= 4.7.1 else "Install .NET Framework 4.7.1 or later."
    if (-not (Assert 'Install .NET Framework 4.7.1 or later.' {
      ($null -eq (Get-RegistryValue 'HKLM' 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release')) -or
        ((Read-DotnetVersion) -ge ([version]'4.7.1.0'))
    })) { return }
    # line 54: require service("VaultSvc").startup != disabled else "The agent needs Credential Manager (VaultSvc)."
    if (-not (Assert 'The agent needs Credential Manager (VaultSvc).' { (Read-ServiceStartup -Name 'VaultSvc') -ne 'disabled' })) { return }
    # line 55: require powershell.machine_policy in [undefined, remote_signed] and powershell.user_policy in [undefined, remote_sign...
    if (-not (Assert 'The execution policy set by Group Policy must be Undefined or RemoteSigned.' {
      (@('undefined', 'remote_signed') -contains (Read-PowershellMachinePolicy)) -and
        (@('undefined', 'remote_signed') -contains (Read-PowershellUserPolicy))
    })) { return }
    # line 57: warn "Windows names no .NET Framework; setup needs version 4.7.1 or later." when not dotnet_release.exists
    Warn 'Windows names no .NET Framework; setup needs version 4.7.1 or later.' {
      $null -eq (Get-RegistryValue 'HKLM' 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release')
    }
    # line 58: warn "Microsoft documents the agent for Windows Server only." when os.product_type == workstation
    Warn 'Microsoft documents the agent for Windows Server only.' { (Read-OsProductType) -eq 'workstation' }
    # line 59: warn "The agent needs a domain-joined server." when not computer.is_domain_joined
    Warn 'The agent needs a domain-joined server.' { -not (Read-ComputerIsDomainJoined) }
    # line 60: warn "Policies of domain controllers often block virtual service accounts; prefer a member server." when computer.is_...
    Warn 'Policies of domain controllers often block virtual service accounts; prefer a member server.' { Read-ComputerIsDomainController }
    # line 61: warn "At least 4 GB of memory are recommended." when computer.memory < 4GB
    Warn 'At least 4 GB of memory are recommended.' { (Read-ComputerMemory) -lt 4GB }
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls 1.2: client on, server on' { Test-Tls -Version '1.2' -Client 'on' -Server 'on' }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1
    }
  }
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 70: ensure service_logon { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' {
      Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    }
  }
  Step 'configured' 'Grant it to a configured agent''s own account' {
    if (Guard 'agent.exists and agent.account != setup_account and agent.account != none' {
      (Read-ServiceExists -Name $let_agent) -and
        ((Read-ServiceAccount -Name $let_agent) -ne 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616') -and
        ($null -ne (Read-ServiceAccount -Name $let_agent))
    }) {
      # line 76: ensure service_logon { includes: [agent.account] }
      Ensure 'user right SeServiceLogonRight: includes [<service AADConnectProvisioningAgent account>]' {
        Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @((Read-ServiceAccount -Name $let_agent))
      }
    }
  }
  Step 'install' 'Start the agent, and install it where that does not help' {
    # line 80: ensure agent { state: running, startup: automatic, timeout: 2m }
    Item 'install.1' {
      Ensure 'service AADConnectProvisioningAgent: state running, startup automatic' {
        Join-Reason @(
          (Test-ServiceStartup -Name $let_agent -Startup 'automatic'),
          (Test-ServiceState -Name $let_agent -State 'running' -Timeout ([timespan]'00:02:00'))
        )
      }
    }
    # line 14: ensure product present { source: installer signed_by: signer arguments: ["/quiet", "/norestart"] provides: [agent, up...
    if (Untouched 'install.1') {
      Item 'install.15' {
        Ensure 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is present' {
          Test-PackagePresence `
            -Where {
              Test-Match $_.DisplayName '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
            } `
            -Label 'whose name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' `
            -Provides ([ordered]@{
              'service AADConnectProvisioningAgent' = { Read-ServiceExists -Name $let_agent }
              'service AzureADConnectAgentUpdater' = { Read-ServiceExists -Name $let_updater }
              'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' = {
                Read-PackageExists -Where { Test-Match $_.DisplayName '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' }
              }
            })
        }
      }
    }
    # line 118: ensure updater { state: running }
    if (Untouched @('install.1', 'install.15')) {
      Ensure 'service AzureADConnectAgentUpdater: state running' { Test-ServiceState -Name $let_updater -State 'running' }
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-UninstallEntry
# function Get-AccountSid
# function Get-ComputerMembership
# function Get-LsaApi
# function Get-MemoryModule
# function Get-NativeType
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-SpecialFolder
# function Get-UserRightHolder
# function Invoke-WidePowerShell
# function Open-LsaPolicy
# function Open-RegistryKey
# function Test-Elevation
# function Test-NarrowHost
# function Wait-Moment
# function Add-AccountName
# function Add-Finding
# function Assert
# function Complete-Remedy
# function Confirm-Bitness
# function ConvertTo-Line
# function Ensure
# function Get-FailureText
# function Guard
# function Item
# function Join-Reason
# function Step
# function Test-Match
# function Untouched
# function Warn
# function Write-Answer
# function Write-Note
# function Write-Remark
# function ConvertTo-PackageVersion
# function ConvertTo-ServiceAccount
# function Find-PackageEntry
# function Find-UserRightDenial
# function Format-Account
# function Format-PackageList
# function Format-RegistryState
# function Get-AccountGroup
# function Get-ScriptPolicy
# function Get-SettledState
# function Get-TlsSetting
# function Read-ComputerIsDomainController
# function Read-ComputerIsDomainJoined
# function Read-ComputerMemory
# function Read-DotnetVersion
# function Read-EntryValue
# function Read-EntryVersion
# function Read-OsBuild
# function Read-OsInstallationType
# function Read-OsProductType
# function Read-PackageExists
# function Read-PowershellMachinePolicy
# function Read-PowershellUserPolicy
# function Read-ServiceAccount
# function Read-ServiceExists
# function Read-ServiceStartup
# function Read-SystemValue
# function Test-PackagePresence
# function Test-RegistryDword
# function Test-ServiceStartup
# function Test-ServiceState
# function Test-Tls
# function Test-UserRightHeld
# function Test-UserRightIncludes
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'Blocked'
  exit 0
}
try {
  # Texts compare the same whatever the language of Windows.
  [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616' = 'NT SERVICE\AADConnectProvisioningAgent'
    }
    Tokens = @{ COMPLIANT = 'Compliant'; NONCOMPLIANT = 'NonCompliant'; BLOCKED = 'Blocked'; FAILED = 'Failed' }; Step = ''; Checks = 0; Blocked = @()
    Deviating = @(); Due = @(); Remarks = @()
  }
  Confirm-Bitness
  if (-not (Test-Elevation)) { Write-Answer 'FAILED' 'administrator''s rights are needed; nothing was changed' }
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' (ConvertTo-Line "unexpected: $(Get-FailureText $_) (line $($_.InvocationInfo.ScriptLineNumber))") } catch { exit 1 }
}
#endregion
