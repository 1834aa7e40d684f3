import { bool, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word(
    "window",
    oneOf({ closes: "It ends.", stays: "It does not end.", unreachable: "It has no window that can be reached." }),
    "What it does when it is asked to close.",
  ),
  word("protected", bool, "Windows refuses to end it."),
];
