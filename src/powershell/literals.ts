/**
 * The only way a value becomes PowerShell text. Everything is plain ASCII: a character outside printable ASCII is written as a `[char]` code,
 * so a script means the same in every code page, with and without a byte order mark.
 */

declare const literalBrand: unique symbol;

/** PowerShell source text that is one complete literal expression; only this file makes it. */
export type LiteralText = string & { readonly [literalBrand]: true };

const asLiteral = (text: string): LiteralText => text as LiteralText;

export const nullLiteral: LiteralText = asLiteral("$null");

export function booleanLiteral(value: boolean): LiteralText {
  return asLiteral(value ? "$true" : "$false");
}

/** A whole number. Negative ones are parenthesised so that they are never read as a parameter name. Throws for what is no safe integer. */
export function integerLiteral(value: number): LiteralText {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
  return asLiteral(value < 0 ? `(${value})` : String(value));
}

const NEEDS_CODES = /[^\x20-\x7e]/;

/**
 * A string. Printable ASCII stands in single quotes, in which only the quote itself is special and is doubled (about_Quoting_Rules);
 * the curly quotes U+2018 to U+201B, which PowerShell treats like `'`, are not ASCII and become codes like every other such code unit.
 * Lone surrogates survive: each UTF-16 code unit is written by itself.
 */
export function stringLiteral(value: string): LiteralText {
  // Among arguments PowerShell takes this one for the stop-parsing token even in quotes; in parentheses it is a text.
  if (value === "--%") return asLiteral(`('${value}')`);
  if (!NEEDS_CODES.test(value)) return asLiteral(value.includes("'") ? `'${value.replaceAll("'", "''")}'` : `'${value}'`);
  const parts: string[] = [];
  let run = "";
  const flush = (): void => {
    if (run !== "") parts.push(`'${run.replaceAll("'", "''")}'`);
    run = "";
  };
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (code >= 0x20 && code <= 0x7e) {
      run += value.charAt(i);
    } else {
      flush();
      parts.push(`[char]0x${code.toString(16).toUpperCase().padStart(4, "0")}`);
    }
  }
  flush();
  // `[char] + [char]` would add numbers and `[char] + 'text'` convert the text: the left end must be a string.
  if (parts[0]?.startsWith("[char]")) parts.unshift("''");
  return asLiteral(parts.length === 1 ? (parts[0] as string) : `(${parts.join(" + ")})`);
}

/** A `[datetime]` in UTC: by its numbers, since a text would be read by the time zone of the device. */
export function dateLiteral(milliseconds: number): LiteralText {
  const date = new Date(milliseconds);
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return asLiteral(`([datetime]::new(${parts.join(", ")}, [DateTimeKind]::Utc))`);
}

/** A `[version]` of four parts; missing ones are 0 (LANGUAGE, Semantics 15). Parts are Int32 in .NET. */
export function versionLiteral(parts: readonly number[]): LiteralText {
  const four = [0, 1, 2, 3].map((i) => parts[i] ?? 0);
  if (four.some((part) => !Number.isInteger(part) || part < 0 || part > 0x7fffffff))
    throw new RangeError(`not a version: ${parts.join(".")}`);
  return asLiteral(`([version]'${four.join(".")}')`);
}

/** A `[timespan]` in the invariant form `[d.]hh:mm:ss[.fff]`. Takes milliseconds. */
export function durationLiteral(milliseconds: number): LiteralText {
  if (!Number.isSafeInteger(milliseconds) || milliseconds < 0) throw new RangeError(`not a duration: ${milliseconds}`);
  const two = (value: number): string => String(value).padStart(2, "0");
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const fraction = milliseconds % 1000;
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return asLiteral(`([timespan]'${days > 0 ? `${days}.` : ""}${time}${fraction > 0 ? `.${String(fraction).padStart(3, "0")}` : ""}')`);
}

/** Bytes, with the largest of PowerShell's suffixes (KB, MB, GB, TB: powers of 1024) that divides them. */
export function sizeLiteral(bytes: number): LiteralText {
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw new RangeError(`not a size: ${bytes}`);
  for (const [suffix, factor] of [
    ["TB", 1024 ** 4],
    ["GB", 1024 ** 3],
    ["MB", 1024 ** 2],
    ["KB", 1024],
  ] as const) {
    if (bytes >= factor && bytes % factor === 0) return asLiteral(`${bytes / factor}${suffix}`);
  }
  return asLiteral(String(bytes));
}

/** What a comment may not hold as it is: found once, since nearly no text holds any of it. */
const NEEDS_CHANGE = /[^\x20-\x7e]| {2}|^ | $|#>|<#/;

/**
 * Text for a comment line: printable ASCII only, one line, and without `#>`, which would end a block comment. Not a literal: comments carry no meaning.
 */
export function commentText(value: string): string {
  if (!NEEDS_CHANGE.test(value)) return value;
  return value
    .replace(/\s+/g, " ")
    .replace(/[^\x20-\x7e]/gu, "?")
    .replaceAll("#>", "# >")
    .replaceAll("<#", "< #")
    .trim();
}
