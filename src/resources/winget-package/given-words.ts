import { bool, duration, int, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("exit_code", int, "How its installation, upgrade or removal ends; other than 0, 0x8A150109 and 0x8A15010B nothing is changed."),
  word("list_exit_code", int, "How winget ends when it is asked about it."),
  word("duration", duration, "How long its installation, upgrade or removal takes."),
  word("answers", bool, "False: winget does not come to an end when it is asked about it."),
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
