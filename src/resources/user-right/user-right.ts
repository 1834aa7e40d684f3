import type { Account, Demand, Ensurable, Key, Quoted, Reading, State } from "../language.ts";

/**
 * A user right: who may log on in a certain way, or hold a privilege.
 *
 * Accounts are compared by SID, added and removed one by one, and the list is never replaced: SIDs of others are left as they are, also those that no
 * longer have a name. `includes` asks for the effective right: held by the account's own SID or by a group of it (`NT SERVICE\ALL SERVICES` for a
 * virtual service account), and not taken away by the deny right that stands against it (`SeDenyServiceLogonRight` against `SeServiceLogonRight`).
 * A change counts at the account's next logon, for a service at its next start; no restart of Windows is needed.
 *
 * @blocker A policy of the domain or of Intune owns the right and its list lacks the account, or holds it although it is to be excluded: a grant made here would not last. The policy is named.
 * @blocker The deny right that stands against it holds the account or a group of it, and the remedy does not ensure that right.
 * @touches The local security policy (LSA), account by account.
 * @touches The result of the last policy run (RSoP) and what Intune has set (`PolicyManager` in the registry), asked only when an account is missing.
 */
export interface UserRight extends Ensurable {
  /** The constant of the right, as Windows has it. */
  right: Key<Quoted<WindowsRight>>;

  /**
   * Accounts that have the right, each added where it is missing; others stay. Read: the SIDs that hold it directly.
   * @additive
   */
  includes: State<Account[]>;

  /**
   * Accounts that do not hold the right directly, each removed where it does. Cannot be read; `includes` tells who holds it.
   * @additive
   */
  excludes: Demand<Account[]>;

  /** The name of the policy of the domain or of Intune (`UserRights/LogOnAsService`) that owns the right; none when none does or that cannot be told (RSoP logging may be off). The local policy is none: it is the list itself. */
  policy?: Reading<string>;
}

/**
 * Every account right and privilege, with the name under which the security settings show it. Sources: "Account Rights Constants" (Ntsecapi.h) and
 * "Privilege Constants" (Winnt.h), learn.microsoft.com/windows/win32/secauthz; names of logon rights: "User Rights Assignment",
 * learn.microsoft.com/windows/security/threat-protection/security-policy-settings.
 */
type WindowsRight =
  /** Access this computer from the network. */
  | "SeNetworkLogonRight"
  /** Log on as a batch job. */
  | "SeBatchLogonRight"
  /** Log on as a service. */
  | "SeServiceLogonRight"
  /** Allow log on locally. */
  | "SeInteractiveLogonRight"
  /** Allow log on through Remote Desktop Services. */
  | "SeRemoteInteractiveLogonRight"
  /** Deny access to this computer from the network. */
  | "SeDenyNetworkLogonRight"
  /** Deny log on as a batch job. */
  | "SeDenyBatchLogonRight"
  /** Deny log on as a service. */
  | "SeDenyServiceLogonRight"
  /** Deny log on locally. */
  | "SeDenyInteractiveLogonRight"
  /** Deny log on through Remote Desktop Services. */
  | "SeDenyRemoteInteractiveLogonRight"
  /** Access Credential Manager as a trusted caller. */
  | "SeTrustedCredManAccessPrivilege"
  /** Act as part of the operating system. */
  | "SeTcbPrivilege"
  /** Add workstations to domain. */
  | "SeMachineAccountPrivilege"
  /** Adjust memory quotas for a process. */
  | "SeIncreaseQuotaPrivilege"
  /** Back up files and directories. */
  | "SeBackupPrivilege"
  /** Bypass traverse checking. */
  | "SeChangeNotifyPrivilege"
  /** Change the system time. */
  | "SeSystemtimePrivilege"
  /** Change the time zone. */
  | "SeTimeZonePrivilege"
  /** Create a pagefile. */
  | "SeCreatePagefilePrivilege"
  /** Create a token object. */
  | "SeCreateTokenPrivilege"
  /** Create global objects. */
  | "SeCreateGlobalPrivilege"
  /** Create permanent shared objects. */
  | "SeCreatePermanentPrivilege"
  /** Create symbolic links. */
  | "SeCreateSymbolicLinkPrivilege"
  /** Debug programs. */
  | "SeDebugPrivilege"
  /** Enable computer and user accounts to be trusted for delegation. */
  | "SeEnableDelegationPrivilege"
  /** Force shutdown from a remote system. */
  | "SeRemoteShutdownPrivilege"
  /** Generate security audits. */
  | "SeAuditPrivilege"
  /** Impersonate a client after authentication. */
  | "SeImpersonatePrivilege"
  /** Obtain an impersonation token for another user in the same session. */
  | "SeDelegateSessionUserImpersonatePrivilege"
  /** Increase a process working set. */
  | "SeIncreaseWorkingSetPrivilege"
  /** Increase scheduling priority. */
  | "SeIncreaseBasePriorityPrivilege"
  /** Load and unload device drivers. */
  | "SeLoadDriverPrivilege"
  /** Lock pages in memory. */
  | "SeLockMemoryPrivilege"
  /** Manage auditing and security log. */
  | "SeSecurityPrivilege"
  /** Modify an object label. */
  | "SeRelabelPrivilege"
  /** Modify firmware environment values. */
  | "SeSystemEnvironmentPrivilege"
  /** Perform volume maintenance tasks. */
  | "SeManageVolumePrivilege"
  /** Profile single process. */
  | "SeProfileSingleProcessPrivilege"
  /** Profile system performance. */
  | "SeSystemProfilePrivilege"
  /** Read unsolicited input from a terminal device; no user right of that name is shown. */
  | "SeUnsolicitedInputPrivilege"
  /** Remove computer from docking station. */
  | "SeUndockPrivilege"
  /** Replace a process-level token. */
  | "SeAssignPrimaryTokenPrivilege"
  /** Restore files and directories. */
  | "SeRestorePrivilege"
  /** Shut down the system. */
  | "SeShutdownPrivilege"
  /** Synchronize directory service data. */
  | "SeSyncAgentPrivilege"
  /** Take ownership of files or other objects. */
  | "SeTakeOwnershipPrivilege";
