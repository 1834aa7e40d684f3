import { account, bool, listOf, oneOf, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("provisioned", bool, "Whether new users get it; without this word they do."),
  word("installed", bool, "Whether it is installed; without this word it is."),
  word("users", listOf(account), "Who has it; without this word all people."),
  word("several_versions", bool, "There is an older version of it, too."),
  word("framework", bool, "It is a framework."),
  word("removable", bool, "False: Windows does not allow it to be removed."),
  word(
    "removal",
    oneOf({
      works: "It goes, for those who are signed out when they sign in next.",
      refused: "Windows refuses (0x80073CFA, 0x80070032).",
      in_use: "It is in use (0x80073D02).",
      ignored: "Windows reports no error, and it stays.",
    }),
    "What happens when it is removed.",
  ),
];
