import type { Creatable, Key, Means, Path, RegistryData, State } from "../language.ts";

/**
 * A value in a JSON file, such as the settings of an application. A value that is there is replaced where it stands, a missing one becomes the last member of its object, with the objects above it that are
 * missing; every other byte of the file stays as it was: order, indentation, line ends, encoding and mark. Comments (`//`, `/* … *\/`) and a comma behind the last member are passed over and kept, as in the
 * settings of Visual Studio Code. What is no JSON otherwise is unreadable.
 *
 * Numbers are compared by their value, objects whatever the order of their members. Of names that an object has twice the last one counts, as in most programs; `absent` takes all of them away.
 *
 * @blocker The file does not exist, and `create_file` does not ask for it.
 * @blocker It is to be there, and the remedy gives it neither `data` nor `json`.
 * @blocker What the pointer goes through is no object, or an element of an array would have to be added or taken away.
 * @blocker The running account may not write there, or a folder above is a junction or link.
 * @touches The file, with `create_file` also the folder that holds it. What another program writes to it in the moment of the change is lost.
 */
export interface JsonValue extends Creatable {
  /**
   * The file's path. It is read up to 1 MB: UTF-8, or UTF-16 with its mark; anything else is unreadable.
   * @minLength 3
   * @maxLength 32767
   * @limitSource Maximum Path Length Limitation: about 32,767 characters with long paths, 260 without (learn.microsoft.com/windows/win32/fileio/maximum-file-path-limitation)
   * @partOf file
   * @written
   */
  path: Key<Path>;

  /**
   * Which value: a JSON Pointer. Each name stands behind a `/`: `"/server/url"`, `"/editor.fontSize"`; elements of an array by their number from 0: `"/servers/0/url"`. In a name `~1` is a `/` and `~0` a `~`.
   * @pattern ^(/([^~/\x00]|~[01])*)+$
   * @fit /*
   * @limitSource RFC 6901, JavaScript Object Notation (JSON) Pointer: section 3
   * @nested
   * @cased
   */
  pointer: Key<string>;

  /** A text, a number, true or false, or a list of texts. None where it is null; of what else it may be (an object, a fraction) `json` is read. */
  data?: State<RegistryData>;

  /** Any value as JSON: `"1.5"`, `"null"`, `'{ "on": true }'`, for what `data` cannot say. Read without blanks and comments. */
  json: State<string>;

  /**
   * Whether a file that is missing is made, in UTF-8, with this value alone.
   * @default false
   * @only present
   */
  create_file?: Means<boolean>;
}
