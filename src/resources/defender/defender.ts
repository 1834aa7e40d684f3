import type { Change, Duration, Ensurable, Reading, Singleton, State, Version } from "../language.ts";

/**
 * Microsoft Defender Antivirus: its settings as they are in effect, what it tells of itself, and its updates and scans.
 *
 * Read and changed through its CIM classes (`MSFT_MpPreference`, `MSFT_MpComputerStatus`, `MSFT_MpSignature`, `MSFT_MpScan`). Only settings that differ are
 * set, one by one, and each is read again: a change that is taken without an error and not made is a failure. Exclusions are added one by one; those of others
 * stay. Settings hold in every mode; `mode` tells whether Defender is the one that protects the machine. Where another product does, a setting that differs is blocked. Where
 * Defender is missing or does not run, only `installed` and `mode` can be read.
 *
 * Group Policy, Configuration Manager and security settings management write below `HKLM\SOFTWARE\Policies\Microsoft\Windows Defender`, Intune below its
 * `Policy Manager` ("Troubleshoot Microsoft Defender Antivirus settings", learn.microsoft.com/defender-endpoint/troubleshoot-settings): what stands there comes before
 * what is set on the machine.
 *
 * @blocker Windows does not have Microsoft Defender Antivirus, it does not run, or it is in passive or EDR block mode since another product protects the machine.
 * @blocker A policy sets the setting, and does not let the machine's own come first (`LocalSettingOverride…`). The registry value is named.
 * @blocker Tamper protection keeps cloud protection and real-time protection as they are.
 * @blocker For exclusions: a policy lets those of the machine not count (`DisableLocalAdminMerge`).
 * @touches The preferences, signatures and scans of Microsoft Defender Antivirus, through CIM (`root\Microsoft\Windows\Defender`).
 * @touches The registry, below `HKLM\SOFTWARE\Policies\Microsoft\Windows Defender` (read only).
 */
export interface Defender extends Singleton, Ensurable {
  /** True where Windows has Microsoft Defender Antivirus, running or not. Windows Server can be without. */
  installed: Reading<boolean>;

  /** The mode in which it runs (`AMRunningMode`). Source: "Microsoft Defender Antivirus in passive mode", learn.microsoft.com/defender-endpoint/microsoft-defender-antivirus-compatibility. */
  mode: Reading<
    /** It protects the machine. */
    | "normal"
    /** Another product protects the machine. */
    | "passive"
    /** Another product protects the machine, and limited periodic scanning is on. */
    | "sxs_passive"
    /** Another product protects the machine, and endpoint detection and response may block what that one passed over. */
    | "edr_block"
    /** Its service does not run. */
    | "not_running"
    /** Windows does not have it. */
    | "missing"
    /** It does not say (before version 4.18.2005), or in a word that is not known here. */
    | "other"
  >;

  /** Real-time protection works at this moment (`RealTimeProtectionEnabled`). */
  real_time_active: Reading<boolean>;

  /** Tamper protection is on (`IsTamperProtected`). */
  tamper_protected: Reading<boolean>;

  /** How old the antivirus signatures are, in whole days as Defender counts them; 65535 days where there never were any. */
  signature_age: Reading<Duration>;

  /** The version of the antivirus signatures: `1.421.155.0`. */
  signature_version: Reading<Version>;

  /** The version of the engine: `1.1.25080.5`. */
  engine_version: Reading<Version>;

  /** What is reported to the cloud service (`MAPSReporting`). Numbers of all settings: "Set-MpPreference" (learn.microsoft.com/powershell/module/defender/set-mppreference). */
  cloud_protection: State<
    /** Nothing; there is no cloud protection (0). */
    | "off"
    /** Basic membership (1). */
    | "basic"
    /** Advanced membership (2). */
    | "advanced"
  >;

  /** How much is blocked on the word of the cloud service (`CloudBlockLevel`). */
  cloud_block_level: State<
    /** As Windows comes (0). */
    | "default"
    /** Only what is known with high confidence (1). */
    | "moderate"
    /** More, while performance is kept (2). */
    | "high"
    /** More, which may cost performance and block what is harmless (4). */
    | "high_plus"
    /** All unknown programs (6). */
    | "zero_tolerance"
  >;

  /** Which samples are sent (`SubmitSamplesConsent`). */
  sample_submission: State<
    /** A person is asked (0). */
    | "prompt"
    /** Those that hold nothing personal (1). */
    | "safe"
    /** None (2). */
    | "never"
    /** All (3). */
    | "all"
  >;

  /** Potentially unwanted applications (`PUAProtection`). */
  pua_protection: State<
    /** They are let through (0). */
    | "off"
    /** They are blocked (1). */
    | "on"
    /** They are let through and noted (2). */
    | "audit"
  >;

  /** Real-time protection is set to be on (`DisableRealtimeMonitoring` is false). */
  real_time_protection: State<boolean>;

  /** On which day the scheduled scan runs (`ScanScheduleDay`). */
  scan_day: State<
    /** Every day (0). */
    | "daily"
    /** Sundays (1). */
    | "sunday"
    /** Mondays (2). */
    | "monday"
    /** Tuesdays (3). */
    | "tuesday"
    /** Wednesdays (4). */
    | "wednesday"
    /** Thursdays (5). */
    | "thursday"
    /** Fridays (6). */
    | "friday"
    /** Saturdays (7). */
    | "saturday"
    /** It does not run (8). */
    | "never"
  >;

  /**
   * At which time of the machine's day the scheduled scan runs (`ScanScheduleTime`): `"02:00"`.
   * @pattern ^([01][0-9]|2[0-3]):[0-5][0-9]$
   * @fit 0*
   * @limitSource "Set-MpPreference" (learn.microsoft.com/powershell/module/defender/set-mppreference): a time of day
   */
  scan_time: State<string>;

  /** What the scheduled scan looks at (`ScanParameters`). */
  scan_type: State<ScanType>;

  /**
   * Files and folders that are not scanned, each added where it is missing (`ExclusionPath`). Defender knows `*`, `?` and the system's `%Variables%`. Compared ignoring case and a
   * backslash at the end.
   * @minLength 2
   * @pattern ^[^\x00-\x1f<>"|]+$
   * @limitSource "Configure custom exclusions for Microsoft Defender Antivirus" (learn.microsoft.com/defender-endpoint/configure-extension-file-exclusions-microsoft-defender-antivirus): paths of Windows with wildcards
   * @additive
   */
  excluded_paths: State<string[]>;

  /**
   * Programs whose opened files are not scanned, by name or full path, each added where it is missing (`ExclusionProcess`). Compared ignoring case.
   * @minLength 2
   * @pattern ^[^\x00-\x1f<>"|]+$
   * @limitSource "Configure exclusions for files opened by processes" (learn.microsoft.com/defender-endpoint/configure-process-opened-file-exclusions-microsoft-defender-antivirus): names or paths of Windows with wildcards
   * @additive
   */
  excluded_processes: State<string[]>;

  /**
   * Endings of files that are not scanned, with or without a dot, each added where it is missing (`ExclusionExtension`). Compared ignoring case and the dot.
   * @minLength 1
   * @pattern ^\.?[^\x00-\x1f<>"|.\\/:]+$
   * @limitSource "Configure custom exclusions for Microsoft Defender Antivirus" (learn.microsoft.com/defender-endpoint/configure-extension-file-exclusions-microsoft-defender-antivirus): file name extensions
   * @additive
   */
  excluded_extensions: State<string[]>;

  /**
   * Updates the signatures from the sources that are set up. Fails where Defender does not run.
   * @guarantees The update was done, or there was none newer.
   */
  update(options: {
    /**
     * How long it may take.
     * @default 15m
     */
    timeout?: Duration;
  }): Change;

  /**
   * Scans the machine, and waits for the end. A scan that takes longer than `timeout` fails here and goes on.
   * @guarantees The scan has ended.
   */
  scan(options: {
    /**
     * What is looked at.
     * @default quick
     */
    type?: ScanType;
    /**
     * How long it may take.
     * @default 1h
     */
    timeout?: Duration;
  }): Change;
}

type ScanType =
  /** The places where malware starts (1). */
  | "quick"
  /** All files and running programs (2). */
  | "full";
