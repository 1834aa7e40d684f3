import { bool, duration, int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("cim_readable", bool, "False: CIM does not answer."),
  word("memory_modules_listed", bool, "False: the firmware lists no memory modules."),
  word("policy_readable", bool, "False: the resulting set of policy cannot be asked."),
  word("installer_busy", bool, "Another installation runs all the time."),
  word("installer_busy_for", duration, "Another installation runs so long."),
  word("installer_collisions", int, "So many starts of an installer find another one that slipped in (1618)."),
];
