import { oneOf, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("access", oneOf({ read: "It can be read only.", denied: "It cannot even be read." }), "What the script may do with it."),
  word("profile", text, "Whose `HKCU` it is: the name of that person's profile. Without this word it is that of who runs the script."),
];
