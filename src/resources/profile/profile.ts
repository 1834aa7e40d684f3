import type { Path, Reading, Scope, Selectable } from "../language.ts";

/**
 * The profiles of people on this machine: those whose SID begins with `S-1-5-21-` or `S-1-12-1-`; not those of services, nor temporary, default and
 * built-in helper ones. In `each u in profile() { … }` the hive of each is loaded where needed and `HKCU` is theirs; one that cannot be loaded is
 * blocked for that user, by name. `each u in profile(default: true) { … }` does that with the profile that new people get a copy of: what is said for both holds for all, present
 * and future. (`HKU\.DEFAULT` is neither, but the hive of SYSTEM, which the sign-in screen reads.)
 *
 * @touches The list of profiles, and in `each` the hives of people who are not signed in, or of the default profile (loaded and unloaded again).
 */
export interface Profile extends Selectable {
  /**
   * True: the profile that Windows copies for everybody who signs in for the first time, alone. Its hive is loaded meanwhile, and while it is nobody can sign in for the first time.
   * @default false
   */
  default?: Scope<boolean>;

  /** The name of the profile's folder, which is the user's name unless that was changed later or taken before. */
  name: Reading<string>;

  /** The user's SID; `DefaultProfile` for the default profile. */
  sid: Reading<string>;

  /** The profile's folder: `C:\Users\Ada`. */
  folder: Reading<Path>;
}
