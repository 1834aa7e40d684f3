import { bool, int, listOf, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("cached_package", bool, "False: the package that its removal needs is gone (1612)."),
  word("listed", bool, "False: it has no uninstall entry; a Windows Installer product is known all the same."),
  word("removal_exit_code", int, "How its removal ends; other than 0, 1641 and 3010 nothing is changed."),
  word("removal_log", listOf(text), "Lines that the log of a failed removal has."),
  word("services", listOf(text), "Services that belong to it and go with it, unless another product has them too."),
];
