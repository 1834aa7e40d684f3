import { bool, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("connected", bool, "False: there is no such device."),
  word("needs_restart", bool, "Enabling or disabling it counts after a restart of Windows."),
  word("refuses", bool, "Windows does not let it be disabled or enabled."),
  word(
    "restarts",
    oneOf({ helps: "Its problem is gone.", fails: "It cannot be stopped.", changes_nothing: "Its problem stays." }),
    "What comes of a restart of it.",
  ),
];
