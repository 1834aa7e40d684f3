/**
 * What a terminal would obey or hide instead of showing it: C0 and C1 controls (ESC and CSI begin commands), DEL, marks that turn the direction of
 * text, and separators of lines. Names, paths, texts of remedies and of machines may hold any of them; whatever is shown goes through this file.
 */
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The same as long as none is there, which is nearly always. */
const LINE_UNSHOWN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

function spell(letter: string): string {
  return letter === "\t" ? " " : `\\u{${letter.charCodeAt(0).toString(16).toUpperCase()}}`;
}

/** One line: ends of lines become blanks, controls their code as the language writes it (`\u{1B}`). */
export function showText(text: string): string {
  return text.replace(/[ \t]*\r?\n[ \t]*/g, " ").replace(UNSHOWN, spell);
}

/** Several lines, which stay as they are. */
export function showLines(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(LINE_UNSHOWN, spell);
}

/** A value as JSON, indented by two; every character that a terminal would obey is escaped, the value stays the same. */
export function toJsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  return text.replace(LINE_UNSHOWN, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
