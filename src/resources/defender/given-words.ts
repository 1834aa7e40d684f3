import { bool, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

const outcomes = oneOf({
  works: "It does what it should.",
  fails: "It fails with an error.",
  hangs: "It takes longer than anybody waits.",
});

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("ignores_changes", bool, "True: changes of its settings are taken without an error and not made."),
  word("exclusions_hidden", bool, "True: a policy hides its exclusions from everybody."),
  word("updating", outcomes, "What comes of an update."),
  word("scanning", outcomes, "What comes of a scan."),
];
