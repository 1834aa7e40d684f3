import type { Account, Change, Creatable, Demand, Duration, Key, Means, NamedKey, Path, Reading, Size, State } from "../language.ts";

/**
 * A folder and the files in it and in all folders below it. Junctions and other links to folders are not followed. `present` creates it, `absent`
 * removes it with everything below; `files:` narrows what is measured and cleared, not what `absent` removes.
 *
 * With `source` and `sha256` it is filled from a ZIP archive: `ensure directory('C:\Contoso\App') { source: 'C:\Media\app.zip', sha256: "…" }`. What lies there and is not in the archive stays, and
 * what is there as the archive has it is left. The archive is read as a whole before the first file is put in place. One with a name that leads out of the folder, more than 5,000 files or 4 GB is
 * refused. Its list of names and sizes is kept in a mark, and tested by: a file that is missing or has another size is put back, one that was changed and has the same size is not noticed.
 *
 * `hidden`, `system` and `owner` are of the folder itself. Rights (`grants_…`) are those that its access list gives to the account's own SID for it and for the files and folders in it, by entries of its own or inherited ones:
 * what the account has as a member of a group counts as missing. Whoever is granted rights gets an entry of his own, which what lies below inherits as Windows has it; what inherits nothing, links, and files with hard links are
 * left. No entry of others is touched.
 *
 * @blocker The running account may not write there, or the path names a file or a link.
 * @blocker A folder above is a junction or link, or the path can be read in two ways (a stream, a device, a short name, dots at the end).
 * @blocker It is a folder that Windows itself lives in (a drive's root, the Windows folder, Program Files, the folder of all profiles), and it is to be removed or cleared as a whole.
 * @blocker It is such a folder, or more than 20,000 files lie below it, and its rights are not as wanted; the former for its owner, too.
 * @blocker An entry of its own denies an account what `grants_…` asks for, or `excludes` names SYSTEM, administrators or who runs the script.
 * @blocker Others than administrators may change a file of `contents_of` or a folder above it, it has more than 5,000 files or 4 GB, or the drive has no room for them.
 * @blocker Its `source` does not exist or is another file than `sha256` says.
 * @touches The folder, and the files and folders below it.
 * @touches The network, where `source` is an address.
 */
export interface Directory extends Creatable {
  /**
   * The folder's path.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @written
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

  /**
   * SHA-256 of the ZIP archive that the folder is filled from, hexadecimal.
   * @pattern ^[0-9A-F]{64}$
   * @fit hex
   * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
   */
  sha256: Demand<string>;

  /**
   * The ZIP archive, with `sha256` beside it. An address (`"https://download.contoso.com/app.zip"`) is downloaded when the folder was not filled from it or a file is missing.
   * @only present
   * @address url
   */
  source?: Means<Path>;

  /**
   * A folder each of whose files is in this one, too, below it with the same name and bytes; what else is there stays. Both are read as a whole, by the detection as well, so that a folder on a server is better
   * given as an archive with its SHA-256. Nothing says which files these should be: nobody but administrators may be able to change them or a folder above, else nothing is copied. Folders without a file, attributes,
   * times and rights are not.
   * @minLength 3
   * @maxLength 32767
   * @limitSource As of `path`
   */
  contents_of: Demand<Path>;

  /** Whether it is hidden. Its other attributes stay. */
  hidden: State<boolean>;

  /** Whether it is a folder of Windows (the attribute system). Its other attributes stay. */
  system: State<boolean>;

  /** The account that it belongs to, compared by SID. Its rights, and what lies below it, do not change with it. */
  owner: State<Account>;

  /**
   * Accounts that may at least read and list it, each granted that where it may not; entries of others stay.
   * @additive
   */
  grants_read: Demand<Account[]>;

  /**
   * Accounts that may at least read and list it and run what lies in it.
   * @additive
   */
  grants_read_and_execute: Demand<Account[]>;

  /**
   * Accounts that may at least add files and folders to it and write to these.
   * @additive
   */
  grants_write: Demand<Account[]>;

  /**
   * Accounts that may at least read, run, change and delete it and what lies in it.
   * @additive
   */
  grants_modify: Demand<Account[]>;

  /**
   * Accounts that may do everything with it and what lies in it, also change rights and its owner.
   * @additive
   */
  grants_full_control: Demand<Account[]>;

  /**
   * Accounts to which it grants nothing by entries of its own, each of which is taken away where there are some. Rights that are inherited stay.
   * @additive
   */
  excludes: Demand<Account[]>;

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
