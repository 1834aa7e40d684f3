import type { Creatable, Key, Means, Path, Pattern } from "../language.ts";

/**
 * A line of a text file, as of `hosts` or a configuration file. `present` puts it in the place of the first line that `pattern` matches, or adds it at the end; `absent` takes it away. Every
 * other byte of the file stays as it was: its line ends, its encoding and its mark.
 *
 * @blocker The file does not exist: it is not made. With `absent` nothing is to be done then.
 * @blocker The running account may not write there, or a folder above is a junction or link.
 * @touches The file. What another program writes to it in the moment of the change is lost.
 */
export interface FileLine extends Creatable {
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
   * The whole line, compared byte by byte. One that is there more than once counts as there.
   * @minLength 1
   * @pattern ^[^\r\n\x00]+$
   * @limitSource The Unicode Standard, 5.8 "Newline Guidelines": a carriage return and a line feed end a line
   * @cased
   */
  line: Key<string>;

  /** Lines that match are other forms of this one: none of them may stay. */
  pattern?: Means<Pattern>;
}
