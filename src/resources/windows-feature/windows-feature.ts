import type { Duration, Ensurable, Key, Means, Path, State } from "../language.ts";

/**
 * An optional feature of Windows: `SMB1Protocol`, `NetFx3`, `Microsoft-Windows-Subsystem-Linux`; on servers also what roles consist of (`IIS-WebServerRole`). `dism /online /get-features`
 * lists the names of a machine.
 *
 * Enabling a feature enables those that it needs. Disabling it leaves its files on the disk, and disables those that need it. A feature that this Windows does not have is not
 * enabled: it holds `enabled: false`, and `exists` is false. Capabilities (`OpenSSH.Client~~~~0.0.1.0`) are `windows_capability`.
 *
 * On servers a role has a name of its own for `Install-WindowsFeature` (`Web-Server`), which is none of these: Windows tells and changes roles by these names only through its module ServerManager, which scripts
 * do not load. What a role consists of are optional features: `dism /online /get-features` on a server shows them. The compiler knows which one is meant by the usual names (`RSAT-AD-PowerShell` is
 * `ActiveDirectory-PowerShell`) and says so. `Install-WindowsFeature` brings along the subfeatures that a role cannot be without: `Web-Server` is `IIS-WebServerRole`, and `IIS-WebServer`, `IIS-DefaultDocument`,
 * `IIS-StaticContent` and so on are to be named as well; each enables those above it.
 *
 * @blocker The feature is to be enabled, and this Windows has none of that name.
 * @touches Windows' servicing, through its own `dism.exe`; CIM's class `Win32_OptionalFeature` (read only).
 */
export interface WindowsFeature extends Ensurable {
  /**
   * Its name, which is the same in every language of Windows. Compared ignoring case.
   * @minLength 1
   * @maxLength 260
   * @pattern ^[A-Za-z0-9][A-Za-z0-9._-]*$
   * @limitSource "Win32_OptionalFeature class" (learn.microsoft.com/windows/win32/cimwin32prov/win32-optionalfeature): MaxLen 260; the names of Windows 10 to Server 2025 consist of these characters; one with `~` is a windows_capability
   */
  name: Key<string>;

  /** Whether it is enabled. What waits for a restart is as Windows says until then. */
  enabled: State<boolean>;

  /**
   * A folder that has the feature's files, as `sources\sxs` of Windows' own medium: only there they are looked for, and not at Windows Update. For features whose files are not on the disk (`NetFx3`).
   * @minLength 3
   * @maxLength 32767
   * @limitSource CreateProcessW: a command line has at most 32,767 characters (learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw)
   */
  source?: Means<Path>;

  /**
   * How long a change may take; then the fix has failed, and Windows' servicing may go on.
   * @default 30m
   */
  timeout: Means<Duration>;
}
