/** An account whose SID is the same on every Windows. */
export interface WellKnownAccount {
  /** As English Windows shows it, with its authority where it has one: `BUILTIN\Administrators`. */
  readonly name: string;
  readonly sid: string;
}

/**
 * Accounts and groups whose SID does not depend on a machine or a domain. Sources: [MS-DTYP] 2.4.2.4, "Well-Known SID Structures", and "Well-known SIDs",
 * learn.microsoft.com/windows/win32/secauthz/well-known-sids; `ALL SERVICES` as `whoami /groups` shows it in every service's token.
 * Domain-relative ones (Domain Admins, the machine's Administrator) have no place here: their SID is known on the device only.
 */
export const wellKnownAccounts: readonly WellKnownAccount[] = [
  { name: "Everyone", sid: "S-1-1-0" },
  { name: "LOCAL", sid: "S-1-2-0" },
  { name: "CONSOLE LOGON", sid: "S-1-2-1" },
  { name: "CREATOR OWNER", sid: "S-1-3-0" },
  { name: "CREATOR GROUP", sid: "S-1-3-1" },
  { name: "OWNER RIGHTS", sid: "S-1-3-4" },
  { name: "NT AUTHORITY\\DIALUP", sid: "S-1-5-1" },
  { name: "NT AUTHORITY\\NETWORK", sid: "S-1-5-2" },
  { name: "NT AUTHORITY\\BATCH", sid: "S-1-5-3" },
  { name: "NT AUTHORITY\\INTERACTIVE", sid: "S-1-5-4" },
  { name: "NT AUTHORITY\\SERVICE", sid: "S-1-5-6" },
  { name: "NT AUTHORITY\\ANONYMOUS LOGON", sid: "S-1-5-7" },
  { name: "NT AUTHORITY\\PROXY", sid: "S-1-5-8" },
  { name: "NT AUTHORITY\\ENTERPRISE DOMAIN CONTROLLERS", sid: "S-1-5-9" },
  { name: "NT AUTHORITY\\SELF", sid: "S-1-5-10" },
  { name: "NT AUTHORITY\\Authenticated Users", sid: "S-1-5-11" },
  { name: "NT AUTHORITY\\RESTRICTED", sid: "S-1-5-12" },
  { name: "NT AUTHORITY\\TERMINAL SERVER USER", sid: "S-1-5-13" },
  { name: "NT AUTHORITY\\REMOTE INTERACTIVE LOGON", sid: "S-1-5-14" },
  { name: "NT AUTHORITY\\This Organization", sid: "S-1-5-15" },
  { name: "NT AUTHORITY\\IUSR", sid: "S-1-5-17" },
  { name: "NT AUTHORITY\\SYSTEM", sid: "S-1-5-18" },
  { name: "NT AUTHORITY\\LOCAL SERVICE", sid: "S-1-5-19" },
  { name: "NT AUTHORITY\\NETWORK SERVICE", sid: "S-1-5-20" },
  { name: "NT AUTHORITY\\WRITE RESTRICTED", sid: "S-1-5-33" },
  { name: "NT AUTHORITY\\NTLM Authentication", sid: "S-1-5-64-10" },
  { name: "NT AUTHORITY\\SChannel Authentication", sid: "S-1-5-64-14" },
  { name: "NT AUTHORITY\\Digest Authentication", sid: "S-1-5-64-21" },
  { name: "NT AUTHORITY\\Local account", sid: "S-1-5-113" },
  { name: "NT AUTHORITY\\Local account and member of Administrators group", sid: "S-1-5-114" },
  { name: "NT AUTHORITY\\Other Organization", sid: "S-1-5-1000" },
  { name: "NT SERVICE\\ALL SERVICES", sid: "S-1-5-80-0" },
  { name: "NT VIRTUAL MACHINE\\Virtual Machines", sid: "S-1-5-83-0" },
  { name: "APPLICATION PACKAGE AUTHORITY\\ALL APPLICATION PACKAGES", sid: "S-1-15-2-1" },
  { name: "APPLICATION PACKAGE AUTHORITY\\ALL RESTRICTED APPLICATION PACKAGES", sid: "S-1-15-2-2" },
  { name: "BUILTIN\\Administrators", sid: "S-1-5-32-544" },
  { name: "BUILTIN\\Users", sid: "S-1-5-32-545" },
  { name: "BUILTIN\\Guests", sid: "S-1-5-32-546" },
  { name: "BUILTIN\\Power Users", sid: "S-1-5-32-547" },
  { name: "BUILTIN\\Account Operators", sid: "S-1-5-32-548" },
  { name: "BUILTIN\\Server Operators", sid: "S-1-5-32-549" },
  { name: "BUILTIN\\Print Operators", sid: "S-1-5-32-550" },
  { name: "BUILTIN\\Backup Operators", sid: "S-1-5-32-551" },
  { name: "BUILTIN\\Replicator", sid: "S-1-5-32-552" },
  { name: "BUILTIN\\Pre-Windows 2000 Compatible Access", sid: "S-1-5-32-554" },
  { name: "BUILTIN\\Remote Desktop Users", sid: "S-1-5-32-555" },
  { name: "BUILTIN\\Network Configuration Operators", sid: "S-1-5-32-556" },
  { name: "BUILTIN\\Incoming Forest Trust Builders", sid: "S-1-5-32-557" },
  { name: "BUILTIN\\Performance Monitor Users", sid: "S-1-5-32-558" },
  { name: "BUILTIN\\Performance Log Users", sid: "S-1-5-32-559" },
  { name: "BUILTIN\\Windows Authorization Access Group", sid: "S-1-5-32-560" },
  { name: "BUILTIN\\Terminal Server License Servers", sid: "S-1-5-32-561" },
  { name: "BUILTIN\\Distributed COM Users", sid: "S-1-5-32-562" },
  { name: "BUILTIN\\IIS_IUSRS", sid: "S-1-5-32-568" },
  { name: "BUILTIN\\Cryptographic Operators", sid: "S-1-5-32-569" },
  { name: "BUILTIN\\Event Log Readers", sid: "S-1-5-32-573" },
  { name: "BUILTIN\\Certificate Service DCOM Access", sid: "S-1-5-32-574" },
  { name: "BUILTIN\\RDS Remote Access Servers", sid: "S-1-5-32-575" },
  { name: "BUILTIN\\RDS Endpoint Servers", sid: "S-1-5-32-576" },
  { name: "BUILTIN\\RDS Management Servers", sid: "S-1-5-32-577" },
  { name: "BUILTIN\\Hyper-V Administrators", sid: "S-1-5-32-578" },
  { name: "BUILTIN\\Access Control Assistance Operators", sid: "S-1-5-32-579" },
  { name: "BUILTIN\\Remote Management Users", sid: "S-1-5-32-580" },
  { name: "BUILTIN\\System Managed Accounts Group", sid: "S-1-5-32-581" },
  { name: "BUILTIN\\Storage Replica Administrators", sid: "S-1-5-32-582" },
];

/** Other spellings that Windows takes for service logons (learn.microsoft.com/windows/win32/services/service-user-accounts): spelling -> SID. */
export const accountSpellings: readonly WellKnownAccount[] = [
  { name: "LocalSystem", sid: "S-1-5-18" },
  { name: ".\\LocalSystem", sid: "S-1-5-18" },
  { name: "NT AUTHORITY\\LocalSystem", sid: "S-1-5-18" },
  { name: "NT AUTHORITY\\LocalService", sid: "S-1-5-19" },
  { name: "NT AUTHORITY\\NetworkService", sid: "S-1-5-20" },
];

/** Authorities of Windows' own whose accounts are all listed above, apart from service accounts. */
export const closedAuthorities: readonly string[] = [
  "NT AUTHORITY",
  "BUILTIN",
  "NT SERVICE",
  "NT VIRTUAL MACHINE",
  "APPLICATION PACKAGE AUTHORITY",
];
