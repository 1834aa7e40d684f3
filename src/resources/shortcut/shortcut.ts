import type { Creatable, Key, Path, State } from "../language.ts";

/**
 * A shortcut (a `.lnk` file) to a program, a file or a folder. `present` makes it, with the folders above it, or changes what is given of it; all else of it stays. `absent` removes it.
 *
 * One on everybody's desktop is `shortcut(known_folder.public_desktop / "App.lnk")`, one in everybody's Start menu `shortcut(known_folder.common_programs / "App.lnk")`; a person's are reached in
 * `each u in profile()`: `shortcut(u.folder / "Desktop" / "App.lnk")`.
 *
 * It is read and written through the object `WScript.Shell`. Texts with characters that the code page of the system does not have come out as others, and the fix fails with what it reads.
 *
 * @blocker It is missing, and no `target` is given.
 * @blocker The running account may not write there, or the path names a folder or a link.
 * @blocker A folder above is a junction or link, or the path can be read in two ways (a stream, a device, a short name, dots at the end).
 * @touches The file, and the folders above it.
 */
export interface Shortcut extends Creatable {
  /**
   * Its path, with `.lnk` at the end.
   * @minLength 3
   * @maxLength 259
   * @limitSource MAX_PATH, of which the last is no character: "Maximum Path Length Limitation" (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @written
   */
  path: Key<Path>;

  /**
   * What it opens.
   * @maxLength 259
   * @limitSource As of `path`
   */
  target: State<Path>;

  /**
   * What the target is started with, compared exactly; none is `""`.
   * @maxLength 1023
   * @limitSource INFOTIPSIZE 1024, of which the last is no character: "IShellLinkW::SetArguments" and commctrl.h (learn.microsoft.com/windows/win32/api/shobjidl_core/nf-shobjidl_core-ishelllinkw-setarguments)
   */
  arguments: State<string>;

  /**
   * The folder that the target is started in.
   * @maxLength 259
   * @limitSource As of `path`
   */
  working_directory?: State<Path>;

  /**
   * The file that its icon is from; without one, that of the target is shown.
   * @maxLength 259
   * @limitSource As of `path`
   */
  icon?: State<Path>;

  /**
   * Which of the icons in that file: from 0, or the negative id of a resource.
   * @minimum -65535
   * @maximum 65535
   * @limitSource "ExtractIconExW" (learn.microsoft.com/windows/win32/api/shellapi/nf-shellapi-extracticonexw): ids of resources have 16 bits
   */
  icon_index: State<number>;

  /**
   * The comment that is shown beside it, compared exactly.
   * @maxLength 259
   * @limitSource "IShellLinkW::SetDescription" leaves it open; 259 is what the properties of Explorer take
   */
  description: State<string>;
}
