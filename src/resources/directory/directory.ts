import type { Change, Creatable, Duration, Key, NamedKey, Path, Reading, Size } from "../language.ts";

/**
 * A folder and the files in it and in all folders below it. Junctions and other links to folders are not followed. `present` creates it, `absent`
 * removes it with everything below; `files:` narrows what is measured and cleared, not what `absent` removes.
 *
 * @blocker The running account may not write there, or the path names a file or a link.
 * @blocker A folder above is a junction or link, or the path can be read in two ways (a stream, a device, a short name, dots at the end).
 * @blocker It is a folder that Windows itself lives in (a drive's root, the Windows folder, Program Files, the folder of all profiles), and it is to be removed or cleared as a whole.
 * @touches The folder, and the files and folders below it.
 */
export interface Directory extends Creatable {
  /**
   * The folder's path.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   */
  path: Key<Path>;

  /**
   * Patterns of file names, `*` and `?` as in Explorer; a file counts when one of them fits. Without them every file counts.
   * @minLength 1
   * @maxLength 255
   * @pattern ^[^\\/:"<>|]+$
   * @limitSource Naming Files, Paths, and Namespaces: reserved characters; a name has at most 255 characters (learn.microsoft.com/windows/win32/fileio/naming-a-file)
   */
  files?: NamedKey<string[]>;

  /** The sum of the sizes of the files; 0 without any. */
  size: Reading<Size>;

  /** How many files there are. */
  file_count: Reading<number>;

  /** The age of the oldest file: how long ago it was last written. Never negative; none without a file. */
  oldest_file_age?: Reading<Duration>;

  /**
   * Removes the files (those of `files:` when it is given) and the folders that become empty thereby, never the folder itself. What is in use stays, and the rest is removed.
   * @guarantees The files are gone, except those that are younger than `older_than` or in use.
   */
  clear(options: {
    /**
     * Only files that were last written longer ago.
     * @default 0s
     */
    older_than?: Duration;
  }): Change;
}
