import { bool, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("adapter", bool, "False: there is no wireless adapter, so that no profile is seen."),
  word("service_running", bool, "False: the service WlanSvc does not run; profiles that are given are kept and cannot be read."),
];
