import type { Creatable, Duration, Key, Means, Path } from "../language.ts";

/**
 * A capability of Windows, also called a feature on demand: `OpenSSH.Server~~~~0.0.1.0`, `Rsat.ActiveDirectory.DS-LDS.Tools~~~~0.0.1.0`, `Language.Basic~~~fr-FR~0.0.1.0`.
 * `dism /online /get-capabilities` lists the names of a machine. What `dism /online /get-features` lists is `windows_feature`.
 *
 * `present` adds it, from Windows Update or from a folder; `absent` removes it with its files. Where Windows waits for a restart to do so, neither holds until then, and the fix asks for the restart only.
 * A capability that this Windows does not have holds `absent`.
 *
 * Windows' servicing is asked each time, which takes some seconds; after 5 minutes without an answer it is unreadable.
 *
 * @blocker The capability is to be added, and this Windows has none of that name.
 * @touches Windows' servicing, through its own `dism.exe`.
 */
export interface WindowsCapability extends Creatable {
  /**
   * Its whole name, with all four `~` and the version, which is the same in every language of Windows. Compared ignoring case.
   * @maxLength 260
   * @pattern ^[A-Za-z0-9][A-Za-z0-9._-]*~[A-Za-z0-9]*~[A-Za-z0-9]*~[A-Za-z0-9-]*~(\d+\.\d+\.\d+\.\d+)?$
   * @fit *~~~~0.0.1.0
   * @limitSource "Available Features on Demand" (learn.microsoft.com/windows-hardware/manufacture/desktop/features-on-demand-non-language-fod) and "Language and region Features on Demand" list names; some Windows knows without their version
   */
  name: Key<string>;

  /**
   * A folder that has the files of capabilities, as the medium "Languages and Optional Features": only there they are looked for, and not at Windows Update.
   * @minLength 3
   * @maxLength 32767
   * @limitSource CreateProcessW: a command line has at most 32,767 characters (learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw)
   * @only present
   */
  source?: Means<Path>;

  /**
   * How long a change may take; then the fix has failed, and Windows' servicing may go on.
   * @default 30m
   */
  timeout: Means<Duration>;
}
