import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("third_party", bool, "True: it is one of an app."),
  word("readable", bool, "False: Windows tells of no VPN connection."),
];
