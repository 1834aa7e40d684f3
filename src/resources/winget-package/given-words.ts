import { bool, oneOf, packageManagerWords, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  ...packageManagerWords("winget", "0, 0x8A150109 and 0x8A15010B"),
  word("policy", bool, "True: Group Policy forbids winget."),
  word(
    "app_installer",
    oneOf({
      current: "One of today, as without this word.",
      old: "One whose winget is too old.",
      missing: "It is not installed.",
      writable: "Users may change it.",
    }),
    "Which App Installer the machine has.",
  ),
];
