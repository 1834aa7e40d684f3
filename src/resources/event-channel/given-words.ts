import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("known", bool, "False: this Windows has no such channel."),
  word("direct", bool, "It is an analytic or debug channel."),
];
