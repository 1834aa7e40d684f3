import { int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("search_error", int, "The HRESULT with which a search for what is pending fails, as `0x80248007`; 0: it works."),
];
