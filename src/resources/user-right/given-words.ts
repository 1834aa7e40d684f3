import { account, listOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("denied", listOf(account), "Accounts that hold the right that denies this one."),
  word("policy_includes", listOf(account), "What the domain policy lists, where that is not what the right holds now."),
];
