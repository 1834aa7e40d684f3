import type { Path, Reading, Selectable } from "../language.ts";

/**
 * The profiles of people on this machine: those whose SID begins with `S-1-5-21-` or `S-1-12-1-`; not those of services, nor temporary, default and
 * built-in helper ones. In `each u in profile() { … }` the hive of each is loaded where needed and `HKCU` is theirs; one that cannot be loaded is
 * blocked for that user, by name.
 *
 * @touches The list of profiles, and in `each` the hives of people who are not signed in (loaded and unloaded again).
 */
export interface Profile extends Selectable {
  /** The name of the profile's folder, which is the user's name unless that was changed later or taken before. */
  name: Reading<string>;

  /** The user's SID. */
  sid: Reading<string>;

  /** The profile's folder: `C:\Users\Ada`. */
  folder: Reading<Path>;
}
