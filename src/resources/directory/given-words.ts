import { account, bool, listOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("in_use", bool, "Its files are open in another program."),
  word("denied", bool, "The script may not write there."),
  word("link", bool, "It is a junction."),
  word("denies", listOf(account), "Accounts that an entry of its own denies all rights."),
  word("rights_hidden", bool, "Nobody may read its rights."),
];
