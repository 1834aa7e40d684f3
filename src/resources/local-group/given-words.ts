import { account, listOf, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("named", text, "Its name on this Windows, where that is another than the English one."),
  word("policy", text, "Name of the domain policy that sets its members to those that it has."),
  word("policy_members", listOf(account), "What that policy lists, where it is not what the group has now."),
];
