import { oneOf, packageManagerWords, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("available", { kind: "version" }, "The newest version that the sources have; 99.0 without this word."),
  ...packageManagerWords("choco", "0, 1641 and 3010"),
  word(
    "chocolatey",
    oneOf({ current: "One of today, as without this word.", missing: "It is not installed." }),
    "Which Chocolatey the machine has.",
  ),
];
