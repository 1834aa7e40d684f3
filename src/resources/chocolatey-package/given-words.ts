import { bool, duration, int, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("available", { kind: "version" }, "The newest version that the sources have; 99.0 without this word."),
  word("exit_code", int, "How its installation, upgrade or removal ends; other than 0, 1641 and 3010 nothing is changed."),
  word("list_exit_code", int, "How choco ends when it is asked about it."),
  word("duration", duration, "How long its installation, upgrade or removal takes."),
  word("answers", bool, "False: choco does not come to an end when it is asked about it."),
  word(
    "chocolatey",
    oneOf({ current: "One of today, as without this word.", missing: "It is not installed." }),
    "Which Chocolatey the machine has.",
  ),
];
