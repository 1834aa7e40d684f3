import { account, bool, duration, int, listOf, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("exit_code", int, "How the program or setup ends."),
  word("duration", duration, "How long the program or setup takes."),
  word("log", listOf(text), "Lines that the log of a failed setup has."),
  word("signed_by", text, "Subject of its signature, which is valid."),
  word("signature", text, "Status of its signature: Valid, NotSigned, HashMismatch, NotTrusted."),
  word("writable_by", listOf(account), "Who may write to it."),
  word("in_use", bool, "Another program has it open."),
  word("hard_linked", bool, "It has another name too (a hard link)."),
  word("holds", listOf(text), "Names in it, where it is a ZIP archive."),
  word("denied", bool, "The script may not write or delete it."),
  word("denies", listOf(account), "Accounts that an entry of its own denies all rights."),
  word("rights_hidden", bool, "Nobody may read its rights."),
];
