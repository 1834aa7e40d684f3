import type { Creatable, Key, Means, Path, State } from "../language.ts";

/**
 * A value in an ini file: `key=value` below `[section]`. Names of sections and keys ignore case, as Windows does; blanks around a key and a value do not count, and a line that begins with `;` or `#` is
 * a comment. Every other byte of the file stays as it was: its line ends, its encoding, its mark and its comments. A key that its section does not have is added behind the others, a
 * section that the file does not have at the end.
 *
 * Where a key stands there several times, all of them get the value, and `absent` takes all of them away: programs differ in which one counts. Read is the first, as Windows does. Quotation marks
 * and what looks like a comment behind a value are part of it.
 *
 * @blocker The file does not exist, and `create_file` does not ask for it.
 * @blocker It is to be there, and the remedy gives it no value.
 * @blocker The running account may not write there, or a folder above is a junction or link.
 * @touches The file, with `create_file` also the folder that holds it. What another program writes to it in the moment of the change is lost.
 */
export interface IniValue extends Creatable {
  /**
   * The file's path. It is read up to 1 MB: UTF-8, any encoding that has ASCII in it, or UTF-16 with its mark; anything else is unreadable.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @partOf file
   * @written
   */
  path: Key<Path>;

  /**
   * The section's name without its brackets; `""` is what stands before the first section.
   * @pattern ^([^\s\[\]\x00]([^\]\r\n\x00]*[^\s\]\x00])?)?$
   * @limitSource WritePrivateProfileString: a section is "[section]" on a line of its own (learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprivateprofilestringw)
   */
  section: Key<string>;

  /**
   * The key's name.
   * @minLength 1
   * @pattern ^[^\s=;#\[\x00]([^=\r\n\x00]*[^\s=\x00])?$
   * @limitSource WritePrivateProfileString: a key is "key=string" on a line of its own, a line that begins with a semicolon is a comment (learn.microsoft.com/windows/win32/api/winbase/nf-winbase-writeprivateprofilestringw)
   */
  key: Key<string>;

  /**
   * What stands behind `=`, without the blanks around it, compared exactly.
   * @pattern ^([^\s\x00]([^\r\n\x00]*[^\s\x00])?)?$
   * @limitSource GetPrivateProfileString: a value ends with its line (learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getprivateprofilestringw)
   */
  value: State<string>;

  /**
   * Whether a file that is missing is made, in UTF-8, with this value alone.
   * @default false
   * @only present
   */
  create_file?: Means<boolean>;
}
