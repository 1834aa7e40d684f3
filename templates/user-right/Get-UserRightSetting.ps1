# Gives the name that a user right has as a policy of mobile device management (Microsoft Learn, Policy CSP - UserRights); nothing for one that cannot be set that way.
function Get-UserRightSetting {
    param([Parameter(Mandatory)] [string] $Right)
    @{
        #remedyc:only UserRight.RightAny UserRight.RightSeAssignPrimaryTokenPrivilege
        SeAssignPrimaryTokenPrivilege = 'ReplaceProcessLevelToken'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeAuditPrivilege
        SeAuditPrivilege = 'GenerateSecurityAudits'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeBackupPrivilege
        SeBackupPrivilege = 'BackupFilesAndDirectories'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeBatchLogonRight
        SeBatchLogonRight = 'LogOnAsBatchJob'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeChangeNotifyPrivilege
        SeChangeNotifyPrivilege = 'BypassTraverseChecking'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeCreateGlobalPrivilege
        SeCreateGlobalPrivilege = 'CreateGlobalObjects'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeCreatePagefilePrivilege
        SeCreatePagefilePrivilege = 'CreatePageFile'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeCreatePermanentPrivilege
        SeCreatePermanentPrivilege = 'CreatePermanentSharedObjects'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeCreateSymbolicLinkPrivilege
        SeCreateSymbolicLinkPrivilege = 'CreateSymbolicLinks'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeCreateTokenPrivilege
        SeCreateTokenPrivilege = 'CreateToken'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDebugPrivilege
        SeDebugPrivilege = 'DebugPrograms'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDenyBatchLogonRight
        SeDenyBatchLogonRight = 'DenyLogOnAsBatchJob'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDenyInteractiveLogonRight
        SeDenyInteractiveLogonRight = 'DenyLocalLogOn'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDenyNetworkLogonRight
        SeDenyNetworkLogonRight = 'DenyAccessFromNetwork'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDenyRemoteInteractiveLogonRight
        SeDenyRemoteInteractiveLogonRight = 'DenyRemoteDesktopServicesLogOn'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeDenyServiceLogonRight
        SeDenyServiceLogonRight = 'DenyLogOnAsService'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeEnableDelegationPrivilege
        SeEnableDelegationPrivilege = 'EnableDelegation'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeImpersonatePrivilege
        SeImpersonatePrivilege = 'ImpersonateClient'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeIncreaseBasePriorityPrivilege
        SeIncreaseBasePriorityPrivilege = 'IncreaseSchedulingPriority'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeIncreaseQuotaPrivilege
        SeIncreaseQuotaPrivilege = 'AdjustMemoryQuotasForProcess'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeIncreaseWorkingSetPrivilege
        SeIncreaseWorkingSetPrivilege = 'IncreaseProcessWorkingSet'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeInteractiveLogonRight
        SeInteractiveLogonRight = 'AllowLocalLogOn'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeLoadDriverPrivilege
        SeLoadDriverPrivilege = 'LoadUnloadDeviceDrivers'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeLockMemoryPrivilege
        SeLockMemoryPrivilege = 'LockMemory'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeManageVolumePrivilege
        SeManageVolumePrivilege = 'ManageVolume'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeNetworkLogonRight
        SeNetworkLogonRight = 'AccessFromNetwork'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeProfileSingleProcessPrivilege
        SeProfileSingleProcessPrivilege = 'ProfileSingleProcess'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeRelabelPrivilege
        SeRelabelPrivilege = 'ModifyObjectLabel'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeRemoteInteractiveLogonRight
        SeRemoteInteractiveLogonRight = 'AllowLogOnThroughRemoteDesktop'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeRemoteShutdownPrivilege
        SeRemoteShutdownPrivilege = 'RemoteShutdown'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeRestorePrivilege
        SeRestorePrivilege = 'RestoreFilesAndDirectories'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeSecurityPrivilege
        SeSecurityPrivilege = 'ManageAuditingAndSecurityLog'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeServiceLogonRight Service.State
        SeServiceLogonRight = 'LogOnAsService'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeShutdownPrivilege
        SeShutdownPrivilege = 'ShutDownTheSystem'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeSystemEnvironmentPrivilege
        SeSystemEnvironmentPrivilege = 'ModifyFirmwareEnvironment'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeSystemProfilePrivilege
        SeSystemProfilePrivilege = 'ProfileSystemPerformance'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeSystemtimePrivilege
        SeSystemtimePrivilege = 'ChangeSystemTime'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeTakeOwnershipPrivilege
        SeTakeOwnershipPrivilege = 'TakeOwnership'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeTcbPrivilege
        SeTcbPrivilege = 'ActAsPartOfTheOperatingSystem'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeTimeZonePrivilege
        SeTimeZonePrivilege = 'ChangeTimeZone'
        #remedyc:end
        #remedyc:only UserRight.RightAny UserRight.RightSeTrustedCredManAccessPrivilege
        SeTrustedCredManAccessPrivilege = 'AccessCredentialManagerAsTrustedCaller'
        #remedyc:end
    }[$Right]
}
