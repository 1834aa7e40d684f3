<#
.SYNOPSIS
    Microsoft Entra provisioning agent: repair setup error 0x80070643: tests and repairs; with -WhatIf it only tells
.DESCRIPTION
    Repairs a Microsoft Entra provisioning agent whose setup fails with 0x80070643: its service may not log on as a service, or a stale
    installation is in the way. Does what the support answer asks a person to do, in its order.
.PARAMETER Installer
    The setup program on the device; a remediation and a baseline cannot carry a file, so the path is absolute. It runs as SYSTEM: a folder
    in which others than administrators may write is refused, and below ProgramData users may.
.PARAMETER Signer
    Whose signature the setup program must have: the whole subject of the certificate.
.PARAMETER RestartAfterCleanup
    Restart after a clean-up even when Windows does not ask for it.
.PARAMETER LogonAccount
    Opt-in: log the service on as this account instead of its virtual account.
.PARAMETER LogonPassword
    Where the password of that account is found on the device: env:NAME or dpapi:path.
.PARAMETER Force
    Tries again what was tried in the last day and did not help.
.PARAMETER Rollback
    Undoes what the newest run changed, where that can be undone and nobody changed it since.
.NOTES
    Remedy    entra_provisioning_agent 1.0.0
    Publisher Identity operations
    Target    standalone
    Runs as   SYSTEM (or an elevated administrator)
    Compiler  remedyc 0.1.0
    Source    examples/entra-provisioning-agent.remedy, SHA-256 4fd3c475e7f6bfd1ad0ca67d6c3b822230a49f0b2ed85920c6f4043ae93d0f30
    Imports   examples/parts/tls12.remedy, SHA-256 8336234b007c39fc4b0d37a470c87045deb6372cb53c9de67bc5f96ec06500fa
#>
#Requires -Version 5.1
[CmdletBinding(SupportsShouldProcess)]
param(
    [string]$Installer = '%ProgramFiles%\Install\AADConnectProvisioningAgentSetup.exe',
    [string]$Signer = 'CN=Microsoft Corporation, O=Microsoft Corporation, L=Redmond, S=Washington, C=US',
    [string]$RestartAfterCleanup = 'false',
    [string]$LogonAccount = '',
    [string]$LogonPassword = '',
    [switch]$Force,
    [switch]$Rollback
)

#region Remedy: statement by statement as in its source
function Invoke-Remedy {
  $let_agent = 'AADConnectProvisioningAgent'
  $let_updater = 'AzureADConnectAgentUpdater'
  $let_updater_entry = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$'
  $let_agent_entry = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$'
  $let_product = '^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$'
  $let_others = '(Connect Health|Authentication) Agent'
  $provided = [ordered]@{
    'service AADConnectProvisioningAgent' = { Read-ServiceExists -Name $let_agent }
    'service AzureADConnectAgentUpdater' = { Read-ServiceExists -Name $let_updater }
    'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$' = {
      Read-PackageExists -Where { Test-Match $_.DisplayName $let_agent_entry }
    }
  }
  Step 'prerequisites' 'Verify the prerequisites' {
    # line 51: require os.build >= 14393 else "Windows Server 2016 or later is needed."
    if (-not (Assert 'prerequisites.1' 'Windows Server 2016 or later is needed.' { (Read-OsBuild) -ge 14393 })) { return }
    # line 52: require os.installation_type != server_core else "Server Core is not supported."
    if (-not (Assert 'prerequisites.2' 'Server Core is not supported.' { (Read-OsInstallationType) -ne 'server_core' })) { return }
    # line 53: require not dotnet_release.exists or dotnet.version >= 4.7.1 else "Install .NET Framework 4.7.1 or later."
    if (-not (Assert 'prerequisites.3' 'Install .NET Framework 4.7.1 or later.' {
      ($null -eq (Get-RegistryValue 'HKLM' 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release')) -or
        ((Read-DotnetVersion) -ge ([version]'4.7.1.0'))
    })) { return }
    # line 54: require service("VaultSvc").startup != disabled else "The agent needs Credential Manager (VaultSvc)."
    if (-not (Assert 'prerequisites.4' 'The agent needs Credential Manager (VaultSvc).' {
      (Read-ServiceStartup -Name 'VaultSvc') -ne 'disabled'
    })) { return }
    # line 55: require powershell.machine_policy in [undefined, remote_signed] and powershell.user_policy in [undefined, remote_sign...
    if (-not (Assert 'prerequisites.5' 'The execution policy set by Group Policy must be Undefined or RemoteSigned.' {
      (@('undefined', 'remote_signed') -contains (Read-PowershellMachinePolicy)) -and
        (@('undefined', 'remote_signed') -contains (Read-PowershellUserPolicy))
    })) { return }
    # line 57: warn "Windows names no .NET Framework; setup needs version 4.7.1 or later." when not dotnet_release.exists
    Warn 'prerequisites.6' 'Windows names no .NET Framework; setup needs version 4.7.1 or later.' {
      $null -eq (Get-RegistryValue 'HKLM' 'SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full' 'Release')
    }
    # line 58: warn "Microsoft documents the agent for Windows Server only." when os.product_type == workstation
    Warn 'prerequisites.7' 'Microsoft documents the agent for Windows Server only.' { (Read-OsProductType) -eq 'workstation' }
    # line 59: warn "The agent needs a domain-joined server." when not computer.is_domain_joined
    Warn 'prerequisites.8' 'The agent needs a domain-joined server.' { -not (Read-ComputerIsDomainJoined) }
    # line 60: warn "Policies of domain controllers often block virtual service accounts; prefer a member server." when computer.is_...
    Warn 'prerequisites.9' 'Policies of domain controllers often block virtual service accounts; prefer a member server.' {
      Read-ComputerIsDomainController
    }
    # line 61: warn "At least 4 GB of memory are recommended." when computer.memory < 4GB
    Warn 'prerequisites.10' 'At least 4 GB of memory are recommended.' { (Read-ComputerMemory) -lt 4GB }
    # examples/parts/tls12.remedy:3: ensure tls("1.2") { client: on, server: on }
    Ensure 'prerequisites.11' 'tls 1.2: client on, server on' {
      Test-Tls -Version '1.2' -Client 'on' -Server 'on'
    } {
      Repair-Tls -Version '1.2' -Client 'on' -Server 'on'
    } -Blocker {
      Find-TlsBlocker -Version '1.2' -Client 'on' -Server 'on'
    }
    # examples/parts/tls12.remedy:4: ensure registry_value('HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319', 'SchUseStrongCrypto') { data: 1 }
    Ensure 'prerequisites.12' 'registry value HKLM\SOFTWARE\Microsoft\.NETFramework\v4.0.30319 SchUseStrongCrypto: data 1' {
      Test-RegistryDword 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 1
    } {
      Write-RegistryData 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 'DWord' 1
    } -Blocker {
      Find-RegistryBlocker 'HKLM' 'SOFTWARE\Microsoft\.NETFramework\v4.0.30319' 'SchUseStrongCrypto' 'DWord 1'
    }
  }
  Step 'logon_right' 'Grant ''Log on as a service''' {
    # line 70: ensure service_logon { includes: ['NT SERVICE\ALL SERVICES'] }
    Ensure 'logon_right.1' 'user right SeServiceLogonRight: includes [NT SERVICE\ALL SERVICES]' {
      Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } {
      Repair-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @('S-1-5-80-0')
    } -Blocker {
      Find-UserRightIncludesBlocker -Right 'SeServiceLogonRight' -Setting 'LogOnAsService' -Includes @('S-1-5-80-0')
    }
  }
  Step 'configured' 'Grant it to a configured agent''s own account' {
    if (Guard 'agent.exists and agent.account != setup_account and agent.account != none' {
      (Read-ServiceExists -Name $let_agent) -and
        ((Read-ServiceAccount -Name $let_agent) -ne 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616') -and
        ($null -ne (Read-ServiceAccount -Name $let_agent))
    }) {
      # line 76: ensure service_logon { includes: [agent.account] }
      Ensure 'configured.1' 'user right SeServiceLogonRight: includes [<service AADConnectProvisioningAgent account>]' {
        Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @((Read-ServiceAccount -Name $let_agent))
      } {
        Repair-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @((Read-ServiceAccount -Name $let_agent))
      } -Blocker {
        Find-UserRightIncludesBlocker -Right 'SeServiceLogonRight' -Setting 'LogOnAsService' -Includes @((Read-ServiceAccount -Name $let_agent))
      }
    }
  }
  Step 'install' 'Start the agent, and install it where that does not help' {
    # line 80: ensure agent { state: running, startup: automatic, timeout: 2m }
    Ensure 'install.1' 'service AADConnectProvisioningAgent: state running, startup automatic' {
      Join-Reason @(
        (Test-ServiceStartup -Name $let_agent -Startup 'automatic'),
        (Test-ServiceState -Name $let_agent -State 'running' -Timeout ([timespan]'00:02:00'))
      )
    } {
      Repair-ServiceStartup -Name $let_agent -Startup 'automatic'
      Repair-ServiceState -Name $let_agent -State 'running' -Timeout ([timespan]'00:02:00')
    } -Blocker {
      Find-ServiceStateBlocker -Name $let_agent -State 'running' -Startup 'automatic'
    } -Skip {
      Test-ServiceGone -Name $let_agent
    } -Else {
      # line 81: require agent.account == none or agent.account == setup_account else "The agent runs under another account than setup...
      if (-not (Assert 'install.2' (-join @(
        'The agent runs under another account than setup''s, ',
        (Read-Shown { Use-Default (Read-ServiceAccount -Name $let_agent) { 'none' } }),
        ': to install it again would lose its registration, which only a person can make again. Repair it by hand.'
      )) {
        ($null -eq (Read-ServiceAccount -Name $let_agent)) -or
          ((Read-ServiceAccount -Name $let_agent) -eq 'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616')
      })) { return }
      # line 84: require not agent.exists or agent.state == starting or agent.exit_code in [2, 3, 1053, 1067, 1069] else "Its start fa...
      if (-not (Assert 'install.3' 'Its start failed for a reason that setup does not repair: nothing is removed.' {
        (-not (Read-ServiceExists -Name $let_agent)) -or
          ((Read-ServiceState -Name $let_agent) -eq 'starting') -or
          (@(2, 3, 1053, 1067, 1069) -contains (Read-ServiceExitCode -Name $let_agent))
      })) { return }
      # line 87: require file(installer).exists else "The setup program is not at '${installer}': nothing is removed before it can be ...
      if (-not (Assert 'install.4' (-join @(
        'The setup program is not at ''',
        $script:InstallerValue,
        ''': nothing is removed before it can be installed again.'
      )) {
        Read-FileExists -Path $script:InstallerValue
      })) { return }
      # line 88: require file(installer).is_trusted(signer) else "The setup program '${installer}' is not signed as the parameter 'sig...
      if (-not (Assert 'install.5' (-join @(
        'The setup program ''',
        $script:InstallerValue,
        ''' is not signed as the parameter ''signer'' says, or others than administrators may change it: nothing is removed.'
      )) {
        Read-FileIsTrusted -Path $script:InstallerValue -Signer $script:SignerValue
      })) { return }
      # line 90: reboot when reboot.pending
      Reboot 'install.6' 'reboot.pending' { Read-RebootPending }
      Together {
        # line 93: when not others.exists { ensure updater_entry absent { forget: true } when not updater_entry.exists { ensure updater ...
        if (Guard 'not others.exists' { -not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_others }) }) {
          # line 94: ensure updater_entry absent { forget: true }
          Ensure 'install.7' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Agent Updater$ is absent, with forget' {
            Test-PackageAbsence -Where { Test-Match $_.DisplayName $let_updater_entry }
          } {
            Repair-PackageAbsence -Where { Test-Match $_.DisplayName $let_updater_entry } -Forget $true
          } -Blocker {
            Find-PackageAbsenceBlocker -Where { Test-Match $_.DisplayName $let_updater_entry }
          }
          # line 95: when not updater_entry.exists { ensure updater absent }
          if (Guard 'not updater_entry.exists' {
            -not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_updater_entry })
          } -After 'install.7') {
            # line 96: ensure updater absent
            Ensure 'install.8' 'service AzureADConnectAgentUpdater is absent' {
              Test-ServiceAbsence -Name $let_updater
            } {
              Repair-ServiceAbsence -Name $let_updater
            }
          }
        }
        # line 99: ensure agent_entry absent { forget: true }
        Ensure 'install.9' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent$ is absent, with forget' {
          Test-PackageAbsence -Where { Test-Match $_.DisplayName $let_agent_entry }
        } {
          Repair-PackageAbsence -Where { Test-Match $_.DisplayName $let_agent_entry } -Forget $true
        } -Blocker {
          Find-PackageAbsenceBlocker -Where { Test-Match $_.DisplayName $let_agent_entry }
        }
        # line 100: ensure product absent
        Ensure 'install.10' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is absent' {
          Test-PackageAbsence -Where { Test-Match $_.DisplayName $let_product }
        } {
          Repair-PackageAbsence -Where { Test-Match $_.DisplayName $let_product }
        } -Blocker {
          Find-PackageAbsenceBlocker -Where { Test-Match $_.DisplayName $let_product }
        }
        # line 101: when not agent_entry.exists and not product.exists { ensure agent absent }
        if (Guard 'not agent_entry.exists and not product.exists' {
          (-not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_agent_entry })) -and
            (-not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_product }))
        } -After @('install.9', 'install.10')) {
          # line 102: ensure agent absent
          Ensure 'install.11' 'service AADConnectProvisioningAgent is absent' {
            Test-ServiceAbsence -Name $let_agent
          } {
            Repair-ServiceAbsence -Name $let_agent
          } -Needs 'install.10'
        }
        # line 104: require not agent_entry.exists and not product.exists and not agent.exists and (others.exists or not updater_entry.ex...
        if (Assert 'install.12' 'Setup would skip what is left of the old installation.' {
          (-not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_agent_entry })) -and
            (-not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_product })) -and
            (-not (Read-ServiceExists -Name $let_agent)) -and
            ((Read-PackageExists -Where { Test-Match $_.DisplayName $let_others }) -or
              ((-not (Read-PackageExists -Where { Test-Match $_.DisplayName $let_updater_entry })) -and
                (-not (Read-ServiceExists -Name $let_updater))))
        } -After @('install.9', 'install.11', 'install.7', 'install.8', 'install.10')) {
          # line 109: reboot when reboot.pending or restart_after_cleanup and changed
          Reboot 'install.13' 'reboot.pending or restart_after_cleanup and changed' {
            (Read-RebootPending) -or ($script:RestartAfterCleanupValue -and (Test-Changed 'install.13'))
          }
          # line 14: ensure product present { source: installer signed_by: signer arguments: ["/quiet", "/norestart"] provides: [agent, up...
          Ensure 'install.14' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is present' {
            Test-PackagePresence `
              -Where {
                Test-Match $_.DisplayName $let_product
              } `
              -Label 'whose name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' `
              -Provides $provided
          } {
            Repair-PackagePresence `
              -Where {
                Test-Match $_.DisplayName $let_product
              } `
              -Provides $provided `
              -Source $script:InstallerValue `
              -SignedBy $script:SignerValue `
              -Arguments @('/quiet', '/norestart') `
              -Timeout ([timespan]'00:30:00')
          } -Blocker {
            Find-PackagePresenceBlocker -Source $script:InstallerValue -SignedBy $script:SignerValue
          } -After 'install.10'
        }
      }
    }
    # line 14: ensure product present { source: installer signed_by: signer arguments: ["/quiet", "/norestart"] provides: [agent, up...
    Ensure 'install.15' 'package name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$ is present' {
      Test-PackagePresence `
        -Where {
          Test-Match $_.DisplayName $let_product
        } `
        -Label 'whose name matches ^Microsoft (Entra|Entra Connect|Azure AD Connect) Provisioning Agent Package$' `
        -Provides $provided
    } {
      Repair-PackagePresence `
        -Where {
          Test-Match $_.DisplayName $let_product
        } `
        -Provides $provided `
        -Source $script:InstallerValue `
        -SignedBy $script:SignerValue `
        -Arguments @('/quiet', '/norestart') `
        -Timeout ([timespan]'00:30:00')
    } -Blocker {
      Find-PackagePresenceBlocker -Source $script:InstallerValue -SignedBy $script:SignerValue
    } -After @('install.10', 'install.14', 'install.1')
    # line 114: when logon_account != none { ensure service_logon { includes: [logon_account] } ensure agent { account: logon_account...
    if (Guard 'logon_account != none' { $null -ne $script:LogonAccountValue }) {
      # line 115: ensure service_logon { includes: [logon_account] }
      Ensure 'install.16' (-join @('user right SeServiceLogonRight: includes [', (Use-Default $script:LogonAccountValue { 'none' }), ']')) {
        Test-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @($script:LogonAccountValue)
      } {
        Repair-UserRightIncludes -Right 'SeServiceLogonRight' -Includes @($script:LogonAccountValue)
      } -Blocker {
        Find-UserRightIncludesBlocker -Right 'SeServiceLogonRight' -Setting 'LogOnAsService' -Includes @($script:LogonAccountValue)
      }
      # line 116: ensure agent { account: logon_account, password: logon_password }
      Ensure 'install.17' (-join @('service AADConnectProvisioningAgent: account ', (Use-Default $script:LogonAccountValue { 'none' }))) {
        Test-ServiceAccount -Name $let_agent -Account $script:LogonAccountValue
      } {
        Repair-ServiceAccount -Name $let_agent -Account $script:LogonAccountValue -Password $script:LogonPasswordValue
      } -Blocker {
        Join-Reason @(
          (Find-ServiceBlocker -Name $let_agent),
          (Find-ServiceAccountBlocker -Name $let_agent -Account $script:LogonAccountValue -Password $script:LogonPasswordValue)
        )
      } -After @('install.11', 'install.1') -Needs @('install.10', 'install.14', 'install.15')
    }
    # line 118: ensure updater { state: running }
    Ensure 'install.18' 'service AzureADConnectAgentUpdater: state running' {
      Test-ServiceState -Name $let_updater -State 'running'
    } {
      Repair-ServiceState -Name $let_updater -State 'running'
    } -Blocker {
      Find-ServiceStateBlocker -Name $let_updater -State 'running'
    } -After @('install.8', 'install.1') -Needs @('install.10', 'install.14', 'install.15')
  } {
    # line 120: diagnose installer_logs('%TEMP%\*Provisioning*Agent*.log', '%TEMP%\Microsoft.SCIM.Provisioning.Setup.msi*.log')
    Invoke-InstallerLogsDiagnose `
      -Paths @((Expand-Path '%TEMP%\*Provisioning*Agent*.log'), (Expand-Path '%TEMP%\Microsoft.SCIM.Provisioning.Setup.msi*.log'))
    # line 121: diagnose event_log("System", source: "Service Control Manager", last: 1h)
    Invoke-EventLogDiagnose -Log 'System' -Source 'Service Control Manager' -Meaning { Format-EventText $_ }
    # line 122: diagnose event_log("Application", source: "MsiInstaller", last: 1h)
    Invoke-EventLogDiagnose -Log 'Application' -Source 'MsiInstaller' -Meaning { Format-EventRecord $_ }
  } -Service @($let_agent, $let_updater)
}
#endregion

#region Library: the functions of remedyc that this script needs
# function Add-JournalText
# function Add-LogText
# function Add-ProtectedFolder
# function Add-RegistryKey
# function Clear-LogFile
# function Clear-RegistryKey
# function Clear-RegistryValue
# function Find-EventRecord
# function Find-LogFile
# function Find-Mark
# function Find-Process
# function Find-RegistrySubkey
# function Find-ServiceDependent
# function Find-ServiceName
# function Find-UninstallEntry
# function Get-AccountName
# function Get-AccountSid
# function Get-Clock
# function Get-ComputerMembership
# function Get-ConfigMgrRestart
# function Get-FileByte
# function Get-FileSha256
# function Get-FileSignature
# function Get-FolderSddl
# function Get-LogLength
# function Get-LsaApi
# function Get-MachineVariable
# function Get-MemoryModule
# function Get-NativeType
# function Get-OwnFolder
# function Get-PathEntry
# function Get-PathSecurity
# function Get-ProcessApi
# function Get-ProcessVariable
# function Get-RegistrySubkey
# function Get-RegistryValue
# function Get-RegistryValueName
# function Get-RsopGpoName
# function Get-RsopRegistrySetting
# function Get-RsopUserRight
# function Get-SecretText
# function Get-ServiceConfiguration
# function Get-ServiceState
# function Get-ServiceStatus
# function Get-SpecialFolder
# function Get-Tick
# function Get-UserRightHolder
# function Get-UserSid
# function Grant-UserRight
# function Invoke-ProcessEnd
# function Invoke-Program
# function Invoke-ServiceStart
# function Invoke-ServiceStop
# function Invoke-WidePowerShell
# function Move-Log
# function Open-LockFile
# function Open-LsaPolicy
# function Open-RegistryKey
# function Open-SourceFile
# function Revoke-UserRight
# function Test-Elevation
# function Test-FileEntry
# function Test-InstallerBusy
# function Test-NarrowHost
# function Test-RegistryAccess
# function Test-RegistryPath
# function Uninstall-Service
# function Unprotect-Secret
# function Wait-Moment
# function Write-Mark
# function Write-RegistryValue
# function Write-ServiceAccount
# function Write-ServiceStartup
# function Add-AccountName
# function Add-Journal
# function Add-Record
# function Add-SecretName
# function Assert
# function Clear-SavedMark
# function Clear-TryMark
# function Complete-Early
# function Complete-Failure
# function Complete-Remedy
# function Complete-Rollback
# function Complete-Run
# function Confirm-Bitness
# function Confirm-Elevation
# function Confirm-Folder
# function ConvertFrom-Hexadecimal
# function ConvertFrom-Parameter
# function ConvertFrom-Text
# function ConvertTo-Line
# function Ensure
# function Expand-Path
# function Find-ForeignWriter
# function Find-OpenJournal
# function Find-Outcome
# function Find-Rest
# function Format-Duration
# function Get-ClockText
# function Get-FailureText
# function Get-Fingerprint
# function Get-FolderVariable
# function Get-NameOrder
# function Get-PathVariable
# function Get-RestartArgument
# function Get-StoppedName
# function Guard
# function Initialize-Remedy
# function Invoke-Rollback
# function Join-Reason
# function Measure-Condition
# function NeedsRestart
# function Read-Journal
# function Read-Secret
# function Read-Shown
# function Reboot
# function Request-Restart
# function Resolve-Account
# function Resolve-LoadedKey
# function Resume-Left
# function Save-Failed
# function Save-Mark
# function Save-Stopped
# function Step
# function Test-Approval
# function Test-BusyFailure
# function Test-Changed
# function Test-Forecast
# function Test-Match
# function Test-Resumed
# function Test-Secret
# function Test-Text
# function Test-TrustedSid
# function Together
# function Undo-Change
# function Undo-Run
# function Use-Default
# function Use-Else
# function Warn
# function Write-Finding
# function Write-Note
# function Write-Remark
# function Clear-HungService
# function Clear-ProductRegistration
# function ConvertFrom-InstallerCode
# function ConvertFrom-ServiceAccount
# function ConvertTo-Argument
# function ConvertTo-InstallerArgument
# function ConvertTo-Package
# function ConvertTo-PackageVersion
# function ConvertTo-PackedGuid
# function ConvertTo-ServiceAccount
# function ConvertTo-ServiceSid
# function Find-InstallerCause
# function Find-LogCause
# function Find-LogMatch
# function Find-PackageAbsenceBlocker
# function Find-PackageEntry
# function Find-PackagePresenceBlocker
# function Find-PathWriter
# function Find-RegistryBlocker
# function Find-RegistryWriteBlocker
# function Find-ServiceAccountBlocker
# function Find-ServiceBlocker
# function Find-ServiceLogonPolicy
# function Find-ServiceStartRefusal
# function Find-ServiceStateBlocker
# function Find-SetupLog
# function Find-SignerRefusal
# function Find-SourceBlocker
# function Find-TlsBlocker
# function Find-TlsDeviation
# function Find-UserRightDenial
# function Find-UserRightIncludesBlocker
# function Find-UserRightPolicy
# function Format-Account
# function Format-EventRecord
# function Format-EventText
# function Format-Name
# function Format-PackageList
# function Format-RegistryCopy
# function Format-RegistryState
# function Get-AccountGroup
# function Get-BusyFailure
# function Get-ChildEnvironment
# function Get-ErrorMeaning
# function Get-FileEntry
# function Get-InstallerRule
# function Get-InstallerText
# function Get-LogonEvidence
# function Get-PathPart
# function Get-RegistryKeyState
# function Get-RegistryValueState
# function Get-RemovalCommand
# function Get-RunStart
# function Get-ScriptPolicy
# function Get-SearchBudget
# function Get-ServiceAccountState
# function Get-ServiceErrorText
# function Get-ServiceFailure
# function Get-ServiceName
# function Get-ServiceRunState
# function Get-ServiceStartupState
# function Get-SettledState
# function Get-StateFolder
# function Get-StepService
# function Get-TlsSetting
# function Get-UserRightState
# function Install-SetupFile
# function Invoke-EventLogDiagnose
# function Invoke-Installer
# function Invoke-InstallerLogsDiagnose
# function Invoke-ServiceRestart
# function Read-ComputerIsDomainController
# function Read-ComputerIsDomainJoined
# function Read-ComputerMemory
# function Read-DotnetVersion
# function Read-EntryValue
# function Read-EntryVersion
# function Read-FileExists
# function Read-FileIsTrusted
# function Read-LogText
# function Read-OsBuild
# function Read-OsInstallationType
# function Read-OsProductType
# function Read-PackageExists
# function Read-PowershellMachinePolicy
# function Read-PowershellUserPolicy
# function Read-RebootPending
# function Read-ServiceAccount
# function Read-ServiceExists
# function Read-ServiceExitCode
# function Read-ServiceStartup
# function Read-ServiceState
# function Read-SystemValue
# function Repair-PackageAbsence
# function Repair-PackagePresence
# function Repair-ServiceAbsence
# function Repair-ServiceAccount
# function Repair-ServiceStartup
# function Repair-ServiceState
# function Repair-Tls
# function Repair-UserRightIncludes
# function Save-RegistryKey
# function Save-RegistryTree
# function Save-RegistryValue
# function Save-ServiceRun
# function Select-Package
# function Select-TrustedLog
# function Split-ProgramCommand
# function Split-RegistryKey
# function Test-BurnBundle
# function Test-EventName
# function Test-LostProduct
# function Test-PackageAbsence
# function Test-PackagePresence
# function Test-RegistryDword
# function Test-ServiceAbsence
# function Test-ServiceAccount
# function Test-ServiceGone
# function Test-ServiceStartup
# function Test-ServiceState
# function Test-Tls
# function Test-UserRightHeld
# function Test-UserRightIncludes
# function Undo-RegistryKey
# function Undo-RegistryValue
# function Undo-ServiceAccount
# function Undo-ServiceRun
# function Undo-ServiceStartup
# function Undo-UserRight
# function Uninstall-PackageEntry
# function Wait-Condition
# function Wait-LeftSetup
# function Wait-ServiceStart
# function Wait-ServiceStop
# function Write-RegistryData
#endregion

#region Run
# Only modules of PowerShell itself are found.
$env:PSModulePath = "$PSHOME\Modules"
# In constrained language calls of .NET fail; these lines are commands only.
if ("$($ExecutionContext.SessionState.LanguageMode)" -ne 'FullLanguage') {
  Write-Output 'BLOCKED entra_provisioning_agent 1.0.0 | PowerShell runs in constrained language here; allow this script by policy (sign it with a trusted publisher)'
  exit 20001
}
try {
  # Texts compare the same whatever the language of Windows.
  [Threading.Thread]::CurrentThread.CurrentCulture = [Globalization.CultureInfo]::InvariantCulture
  Set-StrictMode -Version Latest
  $ErrorActionPreference = 'Stop'
  $ProgressPreference = 'SilentlyContinue'
  $Remedy = @{
    Name = 'entra_provisioning_agent'; Version = '1.0.0'; Context = 'system'; Hive = 'HKLM'
    Accounts = @{
      'S-1-5-80-0' = 'NT SERVICE\ALL SERVICES'
      'S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616' = 'NT SERVICE\AADConnectProvisioningAgent'
    }
    Title = 'Microsoft Entra provisioning agent: repair setup error 0x80070643'; Role = 'standalone'; Target = 'standalone'
    State = "$(Get-OwnFolder 'ProgramFiles')\Remedyc\entra_provisioning_agent"; Logs = "$(Get-OwnFolder 'Windows')\Logs\Remedyc"
    Fingerprint = '92521fc3cbd964bdc9f584a991b89fddaa5754ed1cc96d6d42445338669c1305'
    Items = @(
      'prerequisites.1', 'prerequisites.2', 'prerequisites.3', 'prerequisites.4', 'prerequisites.5', 'prerequisites.6', 'prerequisites.7',
      'prerequisites.8', 'prerequisites.9', 'prerequisites.10', 'prerequisites.11', 'prerequisites.12', 'logon_right.1', 'configured.1',
      'install.1', 'install.2', 'install.3', 'install.4', 'install.5', 'install.6', 'install.7', 'install.8', 'install.9', 'install.10',
      'install.11', 'install.12', 'install.13', 'install.14', 'install.15', 'install.16', 'install.17', 'install.18'
    )
    Parameters = [ordered]@{
      Installer = $Installer
      Signer = $Signer
      RestartAfterCleanup = $RestartAfterCleanup
      LogonAccount = $LogonAccount
      LogonPassword = $LogonPassword
    }
    Dialect = @{ compliant = 0; noncompliant = 1; blocked = 20001; failed = 1603; restart = 3010; busy = 1618 }; Bound = $PSBoundParameters
    Cmdlet = $PSCmdlet; Preview = [bool]$WhatIfPreference; Started = Get-Tick; Lasting = $false; Lock = $null; Log = ''; Run = ''; End = ''; Step = ''
    Services = @(); Item = ''; Halt = ''; Armed = $null; Restart = ''; RestartNeeded = $false; Finding = $null; Outcomes = [ordered]@{}
    Records = [Collections.Generic.List[object]]::new(); Remarks = [Collections.Generic.List[string]]::new(); Marks = @{}; Session = @{}; Failed = 0
    Rest = ''; Due = @(); Left = @(); Journal = ''; Noted = 0
  }
  Confirm-Bitness
  Confirm-Elevation
  Initialize-Remedy
  if ($Rollback) {
    Invoke-Rollback @('RegistryKey', 'RegistryValue', 'ServiceAccount', 'ServiceRun', 'ServiceStartup', 'UserRight')
  }
  $InstallerValue = ConvertFrom-Parameter 'Installer' 'path' $Installer
  $SignerValue = ConvertFrom-Parameter 'Signer' 'string' $Signer
  $RestartAfterCleanupValue = ConvertFrom-Parameter 'RestartAfterCleanup' 'bool' $RestartAfterCleanup
  $LogonAccountValue = ConvertFrom-Parameter 'LogonAccount' 'account?' $LogonAccount
  $LogonPasswordValue = ConvertFrom-Parameter 'LogonPassword' 'secret?' $LogonPassword
  Invoke-Remedy
  Complete-Remedy
}
catch {
  try { Complete-Failure $_ } catch { exit 1 }
}
#endregion
