import { bool, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("named", text, "Its name on this Windows, where that is another than the English one."),
  word("policy", text, "Name of the domain policy that sets whether it is enabled, as it is."),
  word("password_refused", bool, "The password policy takes no password that it is made with."),
];
