import { oneOf, path, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("set_by", path, "Program that sets it to this when it runs and ends with 0; until then it is as it was."),
  word("set_with", text, "Arguments with which that program does so, as one text; without this word it does so with any."),
  word("access", oneOf({ read: "It can be read only.", denied: "It cannot even be read." }), "What the script may do with its key."),
  word("profile", text, "Whose `HKCU` it is: the name of that person's profile. Without this word it is that of who runs the script."),
];
