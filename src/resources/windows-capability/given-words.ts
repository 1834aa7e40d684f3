import { bool, int, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("needs_restart", bool, "A change of it counts after a restart of Windows: `dism.exe` returns 3010."),
  word("exit_code", int, "What `dism.exe` returns instead of changing it."),
  word("missing", bool, "True: this Windows has none of that name."),
  word("known", bool, "False: `dism.exe` does not say its state."),
];
