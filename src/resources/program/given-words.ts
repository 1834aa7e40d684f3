import { bool, duration, path, text, word } from "../catalog/given-words.ts";
import type { GivenWord } from "../catalog/given-words.ts";

/** What `given` may say of it besides its properties; `simulated.ts` turns it into tables. */
export const givenWords: readonly GivenWord[] = [
  word("duration", duration, "How long it takes."),
  word("hangs", bool, "True: it does not come to an end."),
  word("missing", bool, "True: its file is not there."),
  word("output_size", { kind: "size" }, "How much it writes, whatever that is."),
  word("set_by", path, "Program after whose run with exit code 0 it answers so; until then as it did."),
  word("set_with", text, "Arguments of that run, as one text; without this word any will do."),
];
