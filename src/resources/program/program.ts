import type { Change, Duration, Key, NamedKey, Path, Presumed, Reading, Resource, Version } from "../language.ts";

/**
 * A program: one that is asked, `program('%SystemRoot%\System32\w32tm.exe', arguments: ["/query", "/source"]).output`, or one that is run in a `fix`. By full path, without a shell.
 * It has no state of its own; the `check` around it says when it is needed and whether it helped.
 *
 * **One that is asked must only read**: a detection runs it, a repair before and after its fix, and `-WhatIf`. Each time that a reading is reached it is run anew, without a window and with nothing to
 * answer its questions. One that is not there, not trusted or does not end in time is unreadable, and so never compliant; so is the output of one that ends with another exit code. Ask for numbers and names; words depend on the
 * language of Windows.
 *
 * With `run` it runs in a job of its own with its temporary files in a protected folder; `start_as_user` starts it for who is signed in. What its options say may stand among the keys as well.
 *
 * @blocker The file does not exist, its signature or hash is not the one that is asked for, or others than administrators may write to its folder.
 * @touches The program's file, and whatever it does.
 * @touches With `start_as_user`: a task of the Task Scheduler, for a moment.
 */
export interface Program extends Resource, Presumed {
  /**
   * The program's file, absolute: `'%SystemRoot%\System32\gpupdate.exe'`. `PATH` is never searched.
   * @minLength 3
   * @maxLength 32767
   * @limitSource CreateProcessW: a command line has at most 32,767 characters (learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw)
   */
  path: Key<Path>;

  /**
   * Its arguments, each quoted as needed. No secrets: command lines can be read by everybody on the machine.
   * @pattern ^[^\x00]*$
   * @limitSource CreateProcessW: a command line ends with a null character (learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw)
   * @cased
   */
  arguments?: NamedKey<string[]>;

  /** The signer's whole subject (`"CN=…, O=…"`) or the certificate's thumbprint, verified before it runs. Not needed for programs in the Windows folder. */
  signed_by?: NamedKey<string>;

  /**
   * SHA-256 of the file, hexadecimal, verified before it runs.
   * @pattern ^[0-9A-F]{64}$
   * @fit hex
   * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
   */
  sha256?: NamedKey<string>;

  /** Further exit codes, beside 0, with which `output` and `output_version` count, and `run` has helped. */
  success_codes?: NamedKey<number[]>;

  /**
   * How long it may take when it is asked (1m without this); then it is ended with everything that it started, and cannot be read. Of `run` (10m without this) the fix has failed then.
   */
  timeout?: NamedKey<Duration>;

  /**
   * What it writes to its standard output, without white space at both ends, its lines ended by `\n`: `matches '(?m)^Enabled: +1$'`. Read as UTF-16 or UTF-8 by its byte order mark, else as UTF-8 where it is that,
   * else in the OEM code page. Unreadable where it is more than 1 MB, or the exit code is neither 0 nor one of `success_codes`.
   */
  output: Reading<string>;

  /** The first version in its output, two to four numbers with dots: 2.45.1 of `git version 2.45.1.windows.1`. Unreadable where there is none. */
  output_version: Reading<Version>;

  /** How it ends, with a sign: 0xC0000005 is -1073741819. */
  exit_code: Reading<number>;

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
     * @fit hex
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

  /**
   * Starts it in the session of each person who is signed in, with that person's rights, and does not wait for its end: a program that a fix has stopped, one that shows something. Where nobody is
   * signed in, nothing is started and the log says so; it is no failure, so a `check` that asks whether it runs stands under `when process("explorer").exists`. Through a task of the Task Scheduler, which is gone right after that. It needs no signer, but lies where administrators alone write.
   * @guarantees It was started for everybody who is signed in at a desktop.
   */
  start_as_user(options: {
    /**
     * Its arguments, each quoted as needed. The Task Scheduler would put others in the place of `%`…`%` and `$(`…`)`, so they cannot be given.
     * @pattern ^([^%$\x00-\x1f]|\$(?!\())*$
     * @limitSource "ExecAction object" (learn.microsoft.com/windows/win32/taskschd/execaction): environment variables in Path and Arguments are expanded
     */
    arguments?: string[];

    /** The signer's whole subject (`"CN=…, O=…"`) or the certificate's thumbprint, verified before it is started. */
    signed_by?: string;

    /**
     * SHA-256 of the file, hexadecimal, verified before it is started.
     * @pattern ^[0-9A-F]{64}$
     * @fit hex
     * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
     */
    sha256?: string;
  }): Change;
}
