import { bool, int, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("missing", bool, "True: there is no such drive. Where that is the drive of Windows, this Windows has no BitLocker."),
  word("suspended_restarts", int, "Its protection is suspended for so many restarts."),
  word("key_protectors", bool, "False: nothing but an open key unlocks it."),
  word(
    "backups",
    oneOf({ work: "They are taken.", fail: "Nobody answers.", not_allowed: "Group Policy allows none." }),
    "What comes of backups of its recovery passwords.",
  ),
];
