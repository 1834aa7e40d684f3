import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("in_use", bool, "Its files are open in another program."),
  word("denied", bool, "The script may not write there."),
  word("link", bool, "It is a junction."),
];
