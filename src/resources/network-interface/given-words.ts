import { bool, int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("missing", bool, "True: there is no such interface."),
  word("dns_exit_code", int, "What Windows returns when its DNS servers are set; other than 0 and 1 nothing is changed."),
];
