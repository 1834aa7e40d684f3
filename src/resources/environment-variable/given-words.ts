import { text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word(
    "profile",
    text,
    "Whose it is, with `scope: user`: the name of that person's profile. Without this word it is of who runs the script.",
  ),
];
