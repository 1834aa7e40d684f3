/**
 * Registry keys that remedies are about: policies as their ADMX files have them, and settings of Windows that Microsoft documents.
 * Sources: "Group Policy Settings Reference for Windows", learn.microsoft.com/windows/client-management/mdm/policies-in-policy-csp-admx-backed;
 * TLS: learn.microsoft.com/windows-server/security/tls/tls-registry-settings; .NET: learn.microsoft.com/dotnet/framework/network-programming/tls;
 * LSA: learn.microsoft.com/windows-server/security/credentials-protection-and-management/configuring-additional-lsa-protection.
 */
export interface WellKnownKey {
  readonly key: string;
  readonly documentation: string;
  /** Values that stand in it. */
  readonly values: readonly string[];
}

export const wellKnownKeys: readonly WellKnownKey[] = [
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate",
    documentation: "Policies of Windows Update.",
    values: [
      "WUServer",
      "WUStatusServer",
      "TargetReleaseVersion",
      "TargetReleaseVersionInfo",
      "ProductVersion",
      "DoNotConnectToWindowsUpdateInternetLocations",
    ],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU",
    documentation: "Policies of automatic updates.",
    values: ["NoAutoUpdate", "AUOptions", "UseWUServer", "NoAutoRebootWithLoggedOnUsers", "ScheduledInstallDay", "ScheduledInstallTime"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\PowerShell",
    documentation: "Whether scripts run, by policy.",
    values: ["EnableScripts", "ExecutionPolicy"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\PowerShell\\ScriptBlockLogging",
    documentation: "The log of PowerShell script blocks.",
    values: ["EnableScriptBlockLogging"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeliveryOptimization",
    documentation: "Policies of Delivery Optimization.",
    values: ["DODownloadMode"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection",
    documentation: "How much of diagnostic data is sent.",
    values: ["AllowTelemetry"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\System",
    documentation: "Policies of the system.",
    values: ["EnableSmartScreen", "ShellSmartScreenLevel"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Personalization",
    documentation: "Policies of the lock screen.",
    values: ["NoLockScreen"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Installer",
    documentation: "Policies of Windows Installer.",
    values: ["AlwaysInstallElevated", "DisableMSI"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient",
    documentation: "Policies of the DNS client.",
    values: ["EnableMulticast"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Printers",
    documentation: "Policies of printing.",
    values: ["RegisterSpoolerRemoteRpcEndPoint"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Printers\\PointAndPrint",
    documentation: "Who may install printer drivers.",
    values: ["RestrictDriverInstallationToAdministrators", "NoWarningNoElevationOnInstall", "UpdatePromptSettings"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services",
    documentation: "Policies of Remote Desktop.",
    values: ["fDenyTSConnections"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows Defender",
    documentation: "Policies of Microsoft Defender Antivirus.",
    values: ["DisableAntiSpyware"],
  },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\FVE",
    documentation: "Policies of BitLocker.",
    values: ["UseAdvancedStartup", "UseTPM", "EncryptionMethodWithXtsOs"],
  },
  { key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\Edge", documentation: "Policies of Microsoft Edge.", values: [] },
  {
    key: "HKLM\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\DomainProfile",
    documentation: "The firewall in a domain, by policy.",
    values: ["EnableFirewall"],
  },
  {
    key: "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System",
    documentation: "User Account Control and signing in.",
    values: [
      "EnableLUA",
      "ConsentPromptBehaviorAdmin",
      "InactivityTimeoutSecs",
      "DontDisplayLastUserName",
      "LocalAccountTokenFilterPolicy",
    ],
  },
  {
    key: "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer",
    documentation: "Policies of the Explorer.",
    values: ["NoDriveTypeAutoRun", "NoAutorun"],
  },
  { key: "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run", documentation: "What starts when a person signs in.", values: [] },
  { key: "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall", documentation: "What is installed.", values: [] },
  {
    key: "HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319",
    documentation: "Which TLS versions .NET Framework 4 uses.",
    values: ["SchUseStrongCrypto", "SystemDefaultTlsVersions"],
  },
  {
    key: "HKLM\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework\\v4.0.30319",
    documentation: "Which TLS versions 32-bit programs of .NET Framework 4 use.",
    values: ["SchUseStrongCrypto", "SystemDefaultTlsVersions"],
  },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client",
    documentation: "TLS 1.2 of programs that connect. The kind `tls` does this.",
    values: ["Enabled", "DisabledByDefault"],
  },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\WDigest",
    documentation: "Whether passwords are kept in memory as text.",
    values: ["UseLogonCredential"],
  },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Lsa",
    documentation: "The Local Security Authority.",
    values: ["RunAsPPL", "LmCompatibilityLevel", "RestrictAnonymous", "RestrictAnonymousSAM", "DisableDomainCreds", "NoLMHash"],
  },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager",
    documentation: "What Windows does while it starts.",
    values: ["PendingFileRenameOperations"],
  },
  { key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power", documentation: "Fast startup.", values: ["HiberbootEnabled"] },
  { key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem", documentation: "The file system.", values: ["LongPathsEnabled"] },
  { key: "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server", documentation: "Remote Desktop.", values: ["fDenyTSConnections"] },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters",
    documentation: "The SMB server.",
    values: ["SMB1", "RequireSecuritySignature", "EnableSecuritySignature"],
  },
  {
    key: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\LanmanWorkstation\\Parameters",
    documentation: "The SMB client.",
    values: ["RequireSecuritySignature", "AllowInsecureGuestAuth"],
  },
  { key: "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip6\\Parameters", documentation: "IPv6.", values: ["DisabledComponents"] },
  {
    key: "HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\Advanced",
    documentation: "What the Explorer shows a person.",
    values: ["HideFileExt", "Hidden", "TaskbarAl"],
  },
  {
    key: "HKCU\\SOFTWARE\\Policies\\Microsoft\\Windows\\Explorer",
    documentation: "Policies of the Explorer for a person.",
    values: ["DisableSearchBoxSuggestions"],
  },
];
