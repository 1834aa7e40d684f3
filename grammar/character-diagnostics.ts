import { createDiagnostic } from "../src/diagnostics/catalog.ts";
import type { Diagnostic, Suggestion } from "../src/diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../src/source/source-file.ts";
import type { UnreadRun } from "./lexer.ts";
import { mistakeLimit } from "./lexical-mistakes.ts";

/**
 * Characters that nobody sees and that may not stand anywhere in a source, not even in a text or a comment: control characters, halves of
 * surrogate pairs, zero-width characters, and those that change the direction of writing, with which a reviewer can be shown another program
 * than the one that is compiled (Boucher and Anderson, "Trojan Source: Invisible Vulnerabilities", 2021).
 */
const invisible =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u00ad\u061c\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\p{Cs}]/gu;

/** Blanks that look like a space and are none. In texts and comments they may stand. */
const blanks: ReadonlyMap<string, string> = new Map([
  ["\u00a0", "no-break space"],
  ["\u202f", "narrow no-break space"],
  ["\u2007", "figure space"],
  ["\u2009", "thin space"],
  ["\u2002", "en space"],
  ["\u2003", "em space"],
  ["\u3000", "ideographic space"],
]);

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function invisibleName(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return "a control character";
  if (code >= 0xd800 && code <= 0xdfff) return "half of a surrogate pair";
  if (code === 0x2028 || code === 0x2029) return "a line separator";
  if (code === 0xfeff) return "a byte order mark inside the text";
  if ((code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x61c || code === 0x200e || code === 0x200f) {
    return "changes the direction of writing";
  }
  return "has no width";
}

/** Reports each run of invisible characters within `[start, end)`. */
export function checkCharacters(source: SourceFile, start: number, end: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  let last: { start: number; end: number } | undefined;
  invisible.lastIndex = start;
  for (
    let match = invisible.exec(source.text);
    match && match.index < end && found.length <= mistakeLimit;
    match = invisible.exec(source.text)
  ) {
    const at = match.index;
    const runsOn = last?.end === at;
    last = { start: at, end: at + match[0].length };
    if (runsOn) continue;
    const span: Span = { file: source, ...last };
    const code = match[0].codePointAt(0) ?? 0;
    const isSurrogate = code >= 0xd800 && code <= 0xdfff;
    const suggestion: Suggestion = { title: "Remove it.", edits: [{ span, text: "" }] };
    const alternative = isSurrogate ? "" : `, or write \\u{${code.toString(16)}} in a text`;
    found.push(
      createDiagnostic("RMD1021", span, { code: codePointName(match[0]), name: invisibleName(code), alternative }, { suggestion }),
    );
  }
  return found;
}

const hints: Readonly<Record<string, string>> = {
  "%": " Put paths in quotes: '%TEMP%\\…'.",
  "\\": " Put paths in quotes: 'C:\\…'.",
  $: " Names are written without '$'; in a text, '${…}' inserts a value.",
  "+": ' Texts are put together with "${…}".',
  "*": " Put patterns in quotes.",
  "`": " Quotes are \" or '.",
};

/** Reports the characters that belong to no token: one diagnostic for each run, with what to write instead where that is clear. */
export function checkUnread(source: SourceFile, unread: readonly UnreadRun[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { offset, length } of unread) {
    if (found.length > mistakeLimit) break;
    const text = source.text.slice(offset, offset + length).replace(invisible, "");
    const codePoint = text.codePointAt(0);
    if (codePoint === undefined) continue;
    const character = String.fromCodePoint(codePoint);
    const at = source.text.indexOf(character, offset);
    const span: Span = { file: source, start: at, end: at + character.length };
    const blank = blanks.get(character);
    if (blank !== undefined) {
      const suggestion: Suggestion = { title: "Replace it by a space.", edits: [{ span, text: " " }] };
      found.push(createDiagnostic("RMD1022", span, { name: blank, code: codePointName(character) }, { suggestion }));
    } else if (character === ";") {
      const suggestion: Suggestion = { title: "Remove ';'.", edits: [{ span, text: "" }] };
      found.push(createDiagnostic("RMD1020", span, { character, hint: " Remove it: a line end or ',' separates." }, { suggestion }));
    } else if (character === "-" && /\w-\w/.test(source.text.slice(at - 1, at + 2))) {
      const suggestion: Suggestion = { title: "Write '_'.", edits: [{ span, text: "_" }] };
      found.push(createDiagnostic("RMD1020", span, { character, hint: " Names have letters, digits and '_'." }, { suggestion }));
    } else {
      found.push(createDiagnostic("RMD1020", span, { character, hint: hints[character] ?? " Remove it." }));
    }
  }
  return found;
}
