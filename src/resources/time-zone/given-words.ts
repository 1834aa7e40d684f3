import { bool, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("known", bool, "False: this Windows knows none of the time zones that the remedy names."),
  word("policy", text, "The time zone that Intune's policy sets."),
];
