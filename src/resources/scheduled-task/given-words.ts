import { bool, duration, int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("exit_code", int, "How it ends when it is run."),
  word("duration", duration, "How long it takes when it is run."),
  word("needs_password", bool, "It was registered with the password of its account."),
];
