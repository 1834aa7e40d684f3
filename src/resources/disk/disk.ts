import type { Enumerable, Key, Reading, Size } from "../language.ts";

/**
 * A drive with a letter. `disk()` in `each`, `any` and `all` are the fixed ones that are ready.
 *
 * @touches The drive's free space (read only).
 */
export interface Disk extends Enumerable {
  /**
   * Its letter: `"C:"`.
   * @pattern ^[A-Z]:$
   * @limitSource Naming Files, Paths, and Namespaces: a disk designator is a letter and a colon (learn.microsoft.com/windows/win32/fileio/naming-a-file)
   */
  drive: Key<string>;

  /** The free space; none when there is no such drive. */
  free: Reading<Size>;

  /** The free space in whole percent of the drive's size, rounded down. */
  free_percent: Reading<number>;
}
