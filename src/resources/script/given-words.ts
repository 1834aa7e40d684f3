import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("holds", bool, "What its test says."),
  word("fix_helps", bool, "False: its fix changes nothing."),
];
