import { narrowIndentation } from "./library.ts";
import type { TemplateFunction } from "./library.ts";

/** {@link toAsciiText} without white space at line ends, at most one empty line in a row. */
export function toScriptText(source: string): string {
  return toAsciiText(source.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n"));
}

/** LF to CRLF. Throws when anything is not ASCII: nothing else may ever be written. */
export function toAsciiText(source: string): string {
  const script = source.replaceAll("\n", "\r\n");
  const position = script.search(/[^\x00-\x7f]/);
  if (position >= 0) throw new Error(`character U+${script.charCodeAt(position).toString(16)} in an emitted script`);
  return script;
}

/** Functions are most of every script and the same in all of them, so the final text of each is made once and kept as long as the function. */
const single = new WeakMap<TemplateFunction, string>();
const joined = new WeakMap<readonly TemplateFunction[], string>();

/**
 * The functions as a script holds them, one after the other, indented by two spaces like the rest of it: templates lose half of their indentation. A
 * user's functions may hold strings of several lines and stay as they are.
 */
export function joinFunctions(functions: readonly TemplateFunction[]): string {
  const known = joined.get(functions);
  if (known !== undefined) return known;
  const text = functions.map(printFunction).join("\r\n\r\n");
  joined.set(functions, text);
  return text;
}

function printFunction(template: TemplateFunction): string {
  const known = single.get(template);
  if (known !== undefined) return known;
  const text = template.layer === "user" ? toAsciiText(template.text) : toScriptText(narrowIndentation(template.text));
  single.set(template, text);
  return text;
}
