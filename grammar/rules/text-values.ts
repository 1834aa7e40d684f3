import type { DiagnosticDetails } from "../../src/diagnostics/catalog.ts";
import type { Span } from "../../src/source/source-file.ts";

const simpleEscapes: Readonly<Record<string, string>> = { "\\": "\\", '"': '"', n: "\n", r: "\r", t: "\t", $: "$" };

type ReportEscape = (
  code: "RMD1027" | "RMD1028" | "RMD1033",
  span: Span,
  args: { escape: string; meaning: string; text: string },
  details?: DiagnosticDetails,
) => void;

/** A drive, a hive or a variable with an escape behind it that would be a tab or a line end: nobody writes that and means it. */
const pathWithEscape = /(?:^|[="(,;])(?:[A-Za-z]:|HK(?:LM|CU|U|EY_\w+):?|%\w+%)(?:\\(?!\\)[^\\"]*)*?(?<!\\)(\\[nrt])/i;
const meanings: Readonly<Record<string, string>> = { n: "a line end", r: "a carriage return", t: "a tab" };

/**
 * The value of a text between its quotes: escapes replaced. An escape that does not exist stands for its own characters and is reported, the
 * first of them only: a Windows path in double quotes is one mistake.
 */
export function decodeText(source: string, span: Span, report: ReportEscape): string {
  if (!source.includes("\\")) return source;
  const path = pathWithEscape.exec(source);
  const escape = path?.[1];
  if (path && escape !== undefined) {
    const start = span.start + path.index + path[0].length - escape.length;
    const place: Span = { file: span.file, start, end: start + escape.length };
    report("RMD1033", place, { escape, meaning: meanings[escape.charAt(1)] ?? "", text: source }, suggestRaw(source, span));
    return source;
  }
  let reported = false;
  return source.replace(
    /\\(?:u\{([^}"]*)\}|([^]?))/g,
    (escape: string, hex: string | undefined, character: string | undefined, offset: number) => {
      const place: Span = { file: span.file, start: span.start + offset, end: span.start + offset + escape.length };
      if (hex !== undefined) {
        const code = /^[0-9A-Fa-f]{1,6}$/.test(hex) ? Number.parseInt(hex, 16) : -1;
        if (code >= 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
        report("RMD1028", place, { escape, meaning: "", text: source });
        return escape;
      }
      const value = character === undefined ? undefined : simpleEscapes[character];
      if (value !== undefined) return value;
      if (!reported) {
        reported = true;
        report("RMD1027", place, { escape, meaning: "", text: source }, suggestRaw(source, span));
      }
      return escape;
    },
  );
}

/** A text without quotes and escapes of its own is most likely a path: single quotes repair it. */
function suggestRaw(source: string, span: Span): DiagnosticDetails {
  const { text } = span.file;
  const whole = text.charAt(span.start - 1) === '"' && text.charAt(span.end) === '"';
  if (!whole || source.includes("'") || /\\["\\$]|\\u\{/.test(source)) {
    return {};
  }
  const edits = [{ span: { file: span.file, start: span.start - 1, end: span.end + 1 }, text: `'${source}'` }];
  return { suggestion: { title: "Use single quotes, in which a backslash is a backslash.", edits } };
}

/**
 * The value of a raw block between its `'''`: line ends become LF (so that a checkout's line ends change no script), the line end behind the
 * opening `'''` is dropped, and so is the indent that all lines have in common; blank lines do not count and become empty.
 */
export function decodeRawBlock(source: string): string {
  const lines = source.split(/\r\n|\r|\n/);
  const first = lines[0] ?? "";
  if (lines.length === 1) return first;
  const rest = lines.slice(1);
  let indent: string | undefined;
  for (const line of rest) {
    const own = /^[ \t]*/.exec(line)?.[0] ?? "";
    if (own.length === line.length) continue;
    indent = indent === undefined ? own : commonPrefix(indent, own);
  }
  const width = indent?.length ?? 0;
  const stripped = rest.map((line) => (/^[ \t]*$/.test(line) ? "" : line.slice(width)));
  return (/^[ \t]*$/.test(first) ? stripped : [first, ...stripped]).join("\n");
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return a.slice(0, length);
}
