import { account, bool, int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("elevated", bool, "Whether the script has administrator's rights."),
  word("bits", int, "32: the script is started in a 32-bit PowerShell."),
  word("account", account, "Who runs the script."),
];
