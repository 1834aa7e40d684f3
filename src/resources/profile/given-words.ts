import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("signed_in", bool, "Whether the person is signed in, so that the hive is loaded; without this word nobody is."),
  word("temporary", bool, "Windows made it for one session, since the person's own could not be loaded."),
  word("readable", bool, "False: the hive is damaged and cannot be loaded."),
];
