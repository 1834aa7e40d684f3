import type { Enumerable, Key, Presumed, Reading, Size } from "../language.ts";

/**
 * A drive with a letter. `disk()` in `each`, `any` and `all` are the fixed ones that are ready. Of a drive that is not there nothing can be read; ask `disk("D:").exists` where it may be missing.
 *
 * @touches The drive's free space (read only).
 */
export interface Disk extends Enumerable, Presumed {
  /**
   * Its letter: `"C:"`.
   * @pattern ^[A-Z]:$
   * @fit *:
   * @limitSource Naming Files, Paths, and Namespaces: a disk designator is a letter and a colon (learn.microsoft.com/windows/win32/fileio/naming-a-file)
   */
  drive: Key<string>;

  /** The free space. */
  free: Reading<Size>;

  /** The free space in whole percent of the drive's size, rounded down. */
  free_percent: Reading<number>;
}
