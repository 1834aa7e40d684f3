import { examples, type Random } from "./random.ts";

const PIECES = [
  "'",
  '"',
  "'''",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  "${",
  "--%",
  "\\u{1b}",
  "\\",
  "%",
  "none",
  "absent",
  "each x in ",
  "not ",
  " and ",
  "?? ",
  "/",
  ".",
  ":",
  ",",
  "\n",
  "0",
  "99999999999",
  "\u202e",
  "\u2018",
  "$(x)",
  "`",
  "#>",
  "@'",
];

/** An example with some characters taken out, or pieces of the language and of PowerShell put in. */
export function mutate(random: Random): string {
  let changed = examples[random(examples.length)] ?? "";
  for (let left = random(3); left >= 0; left--) {
    const at = random(changed.length + 1);
    const piece = PIECES[random(PIECES.length)] ?? "";
    // Inside a text most changes keep the file whole, so that they reach scripts.
    const quote = changed.indexOf('"', at);
    const where = random(3) > 0 && quote >= 0 ? quote + 1 : at;
    changed =
      random(4) === 0 ? changed.slice(0, at) + changed.slice(at + 1 + random(20)) : changed.slice(0, where) + piece + changed.slice(where);
  }
  return changed;
}
