import type {
  Account,
  Creatable,
  Demand,
  Duration,
  Enumerable,
  Key,
  Means,
  Path,
  Reading,
  Scope,
  Size,
  State,
  Version,
} from "../language.ts";

/**
 * A file. `present` copies `source` or writes `content` where the file is missing or differs; `absent` removes it. A folder of that name is not
 * touched, and a link is never followed to a file elsewhere.
 *
 * `each f in file(folder: 'C:\Temp', name matches '\.log$', age > 30d) { ensure f absent }` goes over the files in a folder, of which there are none where it is missing. Links to
 * folders are not followed, and a folder with more than 10,000 files cannot be read so: `clear` of a `directory` takes any number.
 *
 * Attributes, `owner`, `grants_…` and `excludes` are of the file itself, and a file is not written anew for them. Rights are those that its access list gives to the account's own SID, by entries of its own or
 * inherited ones: what the account has as a member of a group counts as missing. Whoever is granted rights gets an entry of his own, and no entry of others is touched. A file with hard links is not changed so, since it
 * may be another's file.
 *
 * @blocker It is missing or differs, and neither `source` nor `content` is given, or the source does not exist or is another file than `sha256` says.
 * @blocker `source` is given without `sha256`, and others than administrators may change it or a folder above it.
 * @blocker The running account may not write there, or the path names a folder or a link.
 * @blocker A folder above is a junction or link, or the path can be read in two ways (a stream, a device, a short name, dots at the end).
 * @blocker An entry of its own denies an account what `grants_…` asks for, or `excludes` names SYSTEM, administrators or who runs the script.
 * @blocker It has hard links, and its attributes, owner or rights are not as wanted.
 * @touches The file and the folder that holds it.
 * @touches The network, where `source` is an address.
 */
export interface File extends Creatable, Enumerable {
  /**
   * The file's path.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @written
   */
  path: Key<Path>;

  /**
   * The folder that they are in: in `each`, `any` and `all` only.
   * @minLength 3
   * @maxLength 32767
   * @limitSource As of `path`
   */
  folder: Scope<Path>;

  /**
   * Whether those in the folders below it are among them: in `each`, `any` and `all` only.
   * @default false
   */
  subfolders?: Scope<boolean>;

  /**
   * The whole text, in UTF-8 without byte order mark, compared byte by byte. None when the file is no such text or larger than 1 MB.
   * @makes
   */
  content?: State<string>;

  /**
   * SHA-256 of the contents, hexadecimal. With `source`, the source must have it too before it is copied.
   * @pattern ^[0-9A-F]{64}$
   * @fit hex
   * @limitSource FIPS 180-4: a SHA-256 digest has 256 bits
   */
  sha256: State<string>;

  /** Whether it is read-only. Its other attributes stay. */
  read_only: State<boolean>;

  /** Whether it is hidden. Its other attributes stay. */
  hidden: State<boolean>;

  /** Whether it is a file of Windows (the attribute system). Its other attributes stay. */
  system: State<boolean>;

  /** The account that it belongs to, compared by SID. Its rights do not change with it. */
  owner: State<Account>;

  /**
   * Accounts that may at least read it, each granted that where it may not; entries of others stay.
   * @additive
   */
  grants_read: Demand<Account[]>;

  /**
   * Accounts that may at least read it and run what it is.
   * @additive
   */
  grants_read_and_execute: Demand<Account[]>;

  /**
   * Accounts that may at least write to it.
   * @additive
   */
  grants_write: Demand<Account[]>;

  /**
   * Accounts that may at least read, run, change and delete it.
   * @additive
   */
  grants_modify: Demand<Account[]>;

  /**
   * Accounts that may do everything with it, also change its rights and its owner.
   * @additive
   */
  grants_full_control: Demand<Account[]>;

  /**
   * Accounts to which it grants nothing by entries of its own, each of which is taken away where there are some. Rights that are inherited stay.
   * @additive
   */
  excludes: Demand<Account[]>;

  /**
   * The file to copy. Targets that carry no files need an absolute path. Without `sha256` only presence is tested, and nobody but administrators may be able to change it.
   * An address (`"https://download.contoso.com/agent.json"`) needs `sha256`: the file is downloaded when one is missing or differs, and verified before it is copied.
   * @only present
   * @address url
   * @makes
   */
  source?: Means<Path>;

  /** Its name, without the folder. */
  name: Reading<string>;

  /** Its size in bytes. */
  size: Reading<Size>;

  /** The version in its version resource (FixedFileInfo); none without one. */
  version?: Reading<Version>;

  /** How long ago it was last written; never negative. */
  age: Reading<Duration>;

  /**
   * Whether it may be run with the rights of the system: it is there, its signature is valid and its signer's, and nobody but administrators may
   * write to it or to a folder above it. What `package` asks of its `source` before it runs it, to be asked before something else is changed.
   */
  is_trusted(
    /** The signer's whole subject (`"CN=…, O=…"`) or the certificate's thumbprint. */
    signer: string,
  ): boolean;
}
