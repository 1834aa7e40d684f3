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

/** Longest line that is made of several: what a person reads without moving. */
const WIDTH = 160;

/** Parameters of a function whose sections made them lines of their own, and a body of one line: on the line of its name, where there is room. */
function joinLines(text: string): string {
  const narrow = text.replace(/^(function \S+\()\n((?: {2}[^#\n].*\n)+)(\) \{)$/m, (all, head: string, parameters: string, end: string) => {
    const line = `${head}${parameters.trim().replace(/\n {2}, /g, ", ")}${end}`;
    return line.includes("\n") || line.length > WIDTH ? all : line;
  });
  return narrow.replace(/^(function .+ \{)\n {2}([^# \n].*)\n\}$/m, (all, head: string, body: string) =>
    body.startsWith("param(") || head.length + body.length + 3 > WIDTH ? all : `${head} ${body} }`,
  );
}

function printFunction(template: TemplateFunction): string {
  const known = single.get(template);
  if (known !== undefined) return known;
  const text = template.layer === "user" ? toAsciiText(template.text) : toScriptText(joinLines(narrowIndentation(template.text)));
  single.set(template, text);
  return text;
}
