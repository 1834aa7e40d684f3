<#
.SYNOPSIS
    Microsoft Entra provisioning agent: repair setup error 0x80070643: tells whether it is needed, changes nothing
.DESCRIPTION
    Repairs a Microsoft Entra provisioning agent whose setup fails with 0x80070643: its service may not log on as a service, or a stale
    installation is in the way. Does what the support answer asks a person to do, in its order.
.NOTES
    Remedy    entra_provisioning_agent 1.0.0
    Publisher Identity operations
    Target    intune.remediation, detect
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/entra-provisioning-agent.remedy, SHA-256 45a7eea7fbf02b5aa2732580bd4598ad45a79e801a38ea3a01630ed25c4e710b
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
  $let_installer = Expand-Path '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'
  $let_signer = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US'
  $let_agent = 'AADConnectProvisioningAgent'
  $let_updater = 'AzureADConnectAgentUpdater'
  $let_updater_entry = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$'
  $let_agent_entry = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$'
  $let_product = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
  $let_others = '(Connect Health|Authentication) Agent'
  Step 'prerequisites' 'Verify the prerequisites' {
    # line 37: require os.build >= 14393 else "Windows Server 2016 or later is needed."
    if (-not (Assert 'Windows Server 2016 or later is needed.' { (Read-Os -Property 'build') -ge 14393 })) { return }
    # line 38: require os.installation_type != server_core else "Server Core is not supported."
    if (-not (Assert 'Server Core is not supported.' { (Read-Os -Property 'installation_type') -ne 'server_core' })) { return }
    # line 39: require not dotnet_release.exists or dotnet.version >= 4.7.1 else "Install .NET Framework 4.7.1 or later."
    if (-not (Assert 'Install .NET Framework 4.7.1 or later.' {
      (-not (Read-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' -Property 'exists')) -or
        ((Read-Dotnet -Property 'version') -ge ([version]'4.7.1.0'))
    })) { return }
    # line 40: require service("VaultSvc").startup != disabled else "The agent needs Credential Manager (VaultSvc)."
    if (-not (Assert 'The agent needs Credential Manager (VaultSvc).' {
      (Read-Service -Name 'VaultSvc' -Property 'startup') -ne 'disabled'
    })) { return }
    # line 41: require powershell.machine_policy in [undefined, remote_signed] and powershell.user_policy in [undefined, remote_sign...
    if (-not (Assert 'The execution policy set by Group Policy must be Undefined or RemoteSigned.' {
      (@('undefined', 'remote_signed') -contains (Read-Powershell -Property 'machine_policy')) -and
        (@('undefined', 'remote_signed') -contains (Read-Powershell -Property 'user_policy'))
    })) { return }
    # line 43: warn "Windows names no .NET Framework; setup needs version 4.7.1 or later." when not dotnet_release.exists
    Warn 'Windows names no .NET Framework; setup needs version 4.7.1 or later.' {
      -not (Read-RegistryValue -Key 'HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' -Name 'Release' -Property 'exists')
    }
    # line 44: warn "Microsoft documents the agent for Windows Server only." when os.product_type == workstation
    Warn 'Microsoft documents the agent for Windows Server only.' { (Read-Os -Property 'product_type') -eq 'workstation' }
    # line 45: warn "The agent needs a domain-joined server." when not computer.is_domain_joined
    Warn 'The agent needs a domain-joined server.' { -not (Read-Computer -Property 'is_domain_joined') }
    # line 46: warn "Policies of domain controllers often block virtual service accounts; prefer a member server." when computer.is_...
    Warn 'Policies of domain controllers often block virtual service accounts; prefer a member server.' {
      Read-Computer -Property 'is_domain_controller'
    }
    # line 47: warn "At least 4 GB of memory are recommended." when computer.memory < 4GB
    Warn 'At least 4 GB of memory are recommended.' { (Read-Computer -Property 'memory') -lt 4GB }
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'tls 1.2: client on, server on' { Test-Tls -Version '1.2' -Client 'on' -Server 'on' }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1
    }
  }
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 54: ensure service_logon { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' {
      Test-UserRight -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    }
  }
  Step 'configured' 'Start a configured agent' {
    if (Guard 'agent.exists and agent.account != setup_account and agent.account != none' {
      (Read-Service -Name $let_agent -Property 'exists') -and
        (-not (Test-Account (Read-Service -Name $let_agent -Property 'account') 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616')) -and
        ($null -ne (Read-Service -Name $let_agent -Property 'account'))
    }) {
      # line 60: ensure service_logon { includes: [agent.account] }
      Ensure 'user right SeServiceLogonRight: includes [<service AADConnectProvisioningAgent account>]' {
        Test-UserRight -Right 'SeServiceLogonRight' -Includes @((Read-Service -Name $let_agent -Property 'account'))
      }
      # line 61: ensure agent { state: running }
      Ensure 'service AADConnectProvisioningAgent: state running' { Test-ServiceState -Name $let_agent -State 'running' }
    }
  }
  Step 'stale' 'Clean a stale or partial installation' {
    if (Guard 'agent.exists and agent.state != running or product.exists and not agent.exists or not agent.exists and updater.exists and updater.state != running and not others.exists' {
      ((Read-Service -Name $let_agent -Property 'exists') -and ((Read-Service -Name $let_agent -Property 'state') -ne 'running')) -or
        ((Read-Package -Where { Test-Match $_.Name $let_product } -Property 'exists') -and
          (-not (Read-Service -Name $let_agent -Property 'exists'))) -or
        ((-not (Read-Service -Name $let_agent -Property 'exists')) -and
          (Read-Service -Name $let_updater -Property 'exists') -and
          ((Read-Service -Name $let_updater -Property 'state') -ne 'running') -and
          (-not (Read-Package -Where { Test-Match $_.Name $let_others } -Property 'exists')))
    }) {
      # line 73: require file(installer).exists else "The setup program is not at '${installer}': nothing is removed before it can be ...
      # line 74: require file(installer).is_trusted(signer) else "The setup program '${installer}' is not signed as the parameter 'sig...
      if ((Assert 'The setup program is not at ''%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'': nothing is removed before it can be installed again.' {
        Read-File -Path $let_installer -Property 'exists'
      }) -and
        (Assert 'The setup program ''%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe'' is not signed as the parameter ''signer'' says, or others than administrators may change it: nothing is removed.' {
          Read-FileIsTrusted -Path $let_installer -Signer $let_signer
        })) {
        # line 77: when not others.exists { ensure updater_entry absent when not updater_entry.exists { ensure updater absent } }
        if (Guard 'not others.exists' { -not (Read-Package -Where { Test-Match $_.Name $let_others } -Property 'exists') }) {
          # line 78: ensure updater_entry absent
          Ensure 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$ is absent' {
            Test-Package -Where { Test-Match $_.Name $let_updater_entry } -Absent
          } -Id 'stale.3'
          # line 79: when not updater_entry.exists { ensure updater absent }
          if ((Untouched 'stale.3') -and
            (Guard 'not updater_entry.exists' { -not (Read-Package -Where { Test-Match $_.Name $let_updater_entry } -Property 'exists') })) {
            # line 80: ensure updater absent
            Ensure 'service AzureADConnectAgentUpdater is absent' { Test-Service -Name $let_updater -Absent }
          }
        }
        # line 83: ensure agent_entry absent
        Ensure 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$ is absent' {
          Test-Package -Where { Test-Match $_.Name $let_agent_entry } -Absent
        } -Id 'stale.5'
        # line 84: ensure product absent
        Ensure 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is absent' {
          Test-Package -Where { Test-Match $_.Name $let_product } -Absent
        } -Id 'stale.6'
        # line 85: when not agent_entry.exists and not product.exists { ensure agent absent }
        if ((Untouched @('stale.5', 'stale.6')) -and
          (Guard 'not agent_entry.exists and not product.exists' {
            (-not (Read-Package -Where { Test-Match $_.Name $let_agent_entry } -Property 'exists')) -and
              (-not (Read-Package -Where { Test-Match $_.Name $let_product } -Property 'exists'))
          })) {
          # line 86: ensure agent absent
          if (Untouched 'stale.6') {
            Ensure 'service AADConnectProvisioningAgent is absent' { Test-Service -Name $let_agent -Absent }
          }
        }
      }
    }
  }
  Step 'install' 'Run the installer silently' {
    # line 96: ensure product present { source: installer signed_by: signer arguments: ["/quiet", "/norestart"] provides: [agent, up...
    Ensure 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is present' {
      Test-Package `
        -Where {
          Test-Match $_.Name $let_product
        } `
        -Matching 'name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' `
        -Provides ([ordered]@{
          'service AADConnectProvisioningAgent' = { Read-Service -Name $let_agent -Property 'exists' }
          'service AzureADConnectAgentUpdater' = { Read-Service -Name $let_updater -Property 'exists' }
          'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' = {
            Read-Package -Where { Test-Match $_.Name $let_agent_entry } -Property 'exists'
          }
        })
    } -Id 'install.1'
    # line 107: ensure agent { state: running, startup: automatic }
    if (Untouched 'install.1') {
      Ensure 'service AADConnectProvisioningAgent: state running, startup automatic' {
        Test-Service -Name $let_agent -State 'running' -Startup 'automatic'
      }
    }
    # line 108: ensure updater { state: running }
    if (Untouched 'install.1') {
      Ensure 'service AzureADConnectAgentUpdater: state running' { Test-ServiceState -Name $let_updater -State 'running' }
    }
  }
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Find-UninstallEntry
# function Get-AccountSid
# function Get-ComputerMembership
# function Get-FileSha256
# function Get-FileSignature
# function Get-LsaApi
# function Get-MachineVariable
# function Get-MemoryModule
# function Get-NativeType
# function Get-PathEntry
# function Get-PathSecurity
# function Get-RegistryValue
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserRightHolder
# function Get-UserSid
# function Invoke-WidePowerShell
# function Open-LsaPolicy
# function Open-RegistryHive
# function Test-Elevation
# function Test-FileEntry
# function Test-NarrowHost
# function Wait-Moment
# function Add-AccountName
# function Add-Finding
# function Assert
# function Complete-Remedy
# function Confirm-Bitness
# function Confirm-Elevation
# function ConvertTo-Line
# function Ensure
# function Expand-Path
# function Find-ForeignWriter
# function Get-FailureText
# function Get-FolderVariable
# function Get-LastRunText
# function Get-NameOrder
# function Get-PathVariable
# function Guard
# function Measure-Condition
# function Resolve-Account
# function Step
# function Test-Account
# function Test-Match
# function Test-Text
# function Test-TrustedSid
# function Untouched
# function Warn
# function Write-Answer
# function Write-Note
# function Write-Remark
# function ConvertTo-Package
# function ConvertTo-PackageVersion
# function ConvertTo-ServiceAccount
# function ConvertTo-ServiceStartup
# function ConvertTo-ServiceState
# function Find-PathWriter
# function Find-SourceBlocker
# function Find-UserRightDenial
# function Format-Account
# function Format-PackageList
# function Format-RegistryName
# function Format-RegistryState
# function Format-RegistryValueName
# function Get-AccountGroup
# function Get-FileEntry
# function Get-PathPart
# function Get-SettledService
# function Get-TlsSetting
# function Read-Computer
# function Read-Dotnet
# function Read-File
# function Read-FileIsTrusted
# function Read-Os
# function Read-Package
# function Read-Powershell
# function Read-RegistryEntry
# function Read-RegistryValue
# function Read-Service
# function Read-SystemValue
# function Select-Package
# function Split-RegistryKey
# function Test-DomainController
# function Test-Package
# function Test-RegistryDword
# function Test-Service
# function Test-ServiceDeletion
# function Test-ServiceStartup
# function Test-ServiceState
# function Test-Tls
# function Test-UserRight
# function Test-UserRightHeld
# function Wait-Condition
#endregion

#region Run
# Only modules of PowerShell itself are found, whatever the environment says.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; up to here nothing has run, and these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED entra_provisioning_agent 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 1
}
try {
  # Texts compare the same whatever the language of Windows: in Turkish, I is not the capital of i.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'entra_provisioning_agent'
    Version = '1.0.0'
    Context = 'system'
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616' = 'NT SERVICE\AADConnectProvisioningAgent'
    }
  }
  $Remedy += @{
    Started = Get-Tick; Step = ''; Checks = 0; Due = [Collections.Generic.List[string]]::new()
    Blocked = [Collections.Generic.List[string]]::new(); Deviating = [Collections.Generic.List[string]]::new(); Remarks = [Collections.Generic.List[string]]::new()
  }
  Confirm-Bitness
  Confirm-Elevation
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Write-Answer 'FAILED' "unexpected: $(Get-FailureText -Failure $_) (line $($_.InvocationInfo.ScriptLineNumber))" } catch { exit 1 }
}
#endregion
