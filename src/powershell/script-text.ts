import { dropComments, narrowIndentation } from "./library.ts";
import type { TemplateFunction } from "./library.ts";

/** LF to CRLF, no white space at line ends, at most one empty line in a row. Throws when anything is not ASCII: nothing else may ever be written. */
export function toScriptText(source: string): string {
  const script = source.replace(/[ \t]+$/gm, "").replace(/\n{3,}/g, "\n\n").replaceAll("\n", "\r\n");
  const position = script.search(/[^\x00-\x7f]/);
  if (position >= 0) throw new Error(`character U+${script.charCodeAt(position).toString(16)} in an emitted script`);
  return script;
}

/** Functions are most of every script and the same in all of them, so the final text of each is made once and kept as long as the function. */
const commented = new WeakMap<TemplateFunction, string>();
const bare = new WeakMap<TemplateFunction, string>();

/** The functions as a script holds them, one after the other; without comments they also lose half of their indentation. */
export function joinFunctions(functions: readonly TemplateFunction[], withComments: boolean): string {
  const texts = functions.map((each) => (withComments ? remember(commented, each, (text) => text) : remember(bare, each, (text) => narrowIndentation(dropComments(text)))));
  return texts.join(withComments ? "\r\n\r\n" : "\r\n");
}

function remember(known: WeakMap<TemplateFunction, string>, source: TemplateFunction, change: (text: string) => string): string {
  let text = known.get(source);
  if (text === undefined) {
    text = toScriptText(change(source.text));
    known.set(source, text);
  }
  return text;
}
