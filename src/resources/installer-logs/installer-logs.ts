import type { Findings, Path, Resource, RestKey } from "../language.ts";

/**
 * Log files that installers wrote (Windows Installer's verbose logs, bundle logs), read for causes when a step has failed. Known by error numbers and
 * `Return value 3`, never by sentences, so they are understood on a Windows of any language.
 *
 * @touches The log files (read only).
 */
export interface InstallerLogs extends Resource {
  /**
   * The files; `*` and `?` are allowed in the last segment. Only those written since the step began are read, newest first, and of these only files that SYSTEM, an administrator or the account of the script owns.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @wildcards last
   */
  paths: RestKey<Path[]>;

  /**
   * Reads the logs, and names the causes that it knows: the MSI error of the action that failed, the package of a bundle that did.
   * @guarantees Nothing is changed; causes that were found stand in the summary line, with file and line.
   */
  diagnose(): Findings;
}
