import type { Change, Duration, Key, Path, Resource } from "../language.ts";

/**
 * A program to run in a `fix`: by full path, without a shell, in a job of its own with its temporary files in a protected folder.
 * It has no state of its own; the `check` around it says when it is needed and whether it helped.
 *
 * @blocker The file does not exist, its signature or hash is not the one that is asked for, or others than administrators may write to its folder.
 * @touches The program's file, and whatever it does.
 */
export interface Program extends Resource {
  /**
   * The program's file, absolute: `'%SystemRoot%\System32\gpupdate.exe'`. `PATH` is never searched.
   * @minLength 3
   * @maxLength 32767
   * @limitSource CreateProcessW: a command line has at most 32,767 characters (learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw)
   */
  path: Key<Path>;

  /**
   * Starts it, waits for its end and judges the exit code.
   * @guarantees It ended within `timeout` with exit code 0 or one of `success_codes`.
   */
  run(options: {
    /** Its arguments, each quoted as needed. No secrets: command lines can be read by everybody on the machine. */
    arguments?: string[];

    /** The signer's whole subject (`"CN=…, O=…"`) or the certificate's thumbprint, verified before it runs. Not needed for programs in the Windows folder. */
    signed_by?: string;

    /**
     * SHA-256 of the file, hexadecimal, verified before it runs.
     * @pattern ^[0-9A-F]{64}$
     * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
     */
    sha256?: string;

    /** Further exit codes that mean success, beside 0. */
    success_codes?: number[];

    /** Exit codes that mean success and that Windows must restart for it to count. */
    restart_codes?: number[];

    /**
     * How long it may take; then it is ended with everything that it started, and the fix has failed.
     * @default 10m
     */
    timeout?: Duration;
  }): Change;
}
