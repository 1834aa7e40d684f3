import type { Duration, Key, Means, Path, Reading, Removable, Stoppable, Version } from "../language.ts";

/**
 * The running processes of a program. `absent`: none runs. Each is asked to close its windows and ended when it has not gone after `timeout`; its id
 * and start time are read again just before. Processes of Windows itself and those that host services are refused: stop the service instead.
 * `present` only tests, since nobody knows for whom it would be started; one that does not run is then blocked. `start_as_user program(…)` in a `fix` starts one for who is signed in.
 * `with process("x") stopped` starts again what ran before, from the same path, unless it ran in a person's session.
 *
 * @blocker It is one of the processes that Windows needs (`csrss`, `lsass`, `svchost` and their like), or hosts a service.
 * @touches Running processes of that name.
 */
export interface Process extends Removable, Stoppable {
  /**
   * The program's file name, with or without `.exe`. Compared ignoring case.
   * @minLength 1
   * @maxLength 255
   * @pattern ^[^\\/:*?"<>|]+$
   * @limitSource Naming Files, Paths, and Namespaces: reserved characters; a name has at most 255 characters (learn.microsoft.com/windows/win32/fileio/naming-a-file)
   * @wildcards none
   * @ending .exe
   */
  name: Key<string>;

  /**
   * How long it is given to close by itself.
   * @only absent
   * @default 30s
   */
  timeout?: Means<Duration>;

  /** How many of them run. */
  count: Reading<number>;

  /** The program's file; none when several run from different places, or when it may not be read. */
  path?: Reading<Path>;

  /** The version of the program's file; none without a version resource. */
  version?: Reading<Version>;
}
