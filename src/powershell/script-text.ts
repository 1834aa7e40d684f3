import { dropComments, narrowIndentation } from "./library.ts";
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

/** How much a script says of itself: all; of each function only what it does; only where its steps come from; nothing but its help. */
export type CommentLevel = "all" | "first" | "steps" | "none";

/** Functions are most of every script and the same in all of them, so the final text of each is made once and kept as long as the function. */
const single: Readonly<Record<CommentLevel, WeakMap<TemplateFunction, string>>> = {
  all: new WeakMap(),
  first: new WeakMap(),
  steps: new WeakMap(),
  none: new WeakMap(),
};
const joined: Readonly<Record<CommentLevel, WeakMap<readonly TemplateFunction[], string>>> = {
  all: new WeakMap(),
  first: new WeakMap(),
  steps: new WeakMap(),
  none: new WeakMap(),
};

/**
 * The functions as a script holds them, one after the other, indented by two spaces like the rest of it: templates lose half of their indentation. A
 * user's functions may hold strings of several lines and stay as they are.
 */
export function joinFunctions(functions: readonly TemplateFunction[], comments: CommentLevel): string {
  const known = joined[comments];
  let text = known.get(functions);
  if (text !== undefined) return text;
  const texts = functions.map((each) =>
    remember(single[comments], each, (text) => {
      const shown = comments === "all" ? text : `${comments === "first" ? (/^#.*\n/.exec(text)?.[0] ?? "") : ""}${dropComments(text)}`;
      return each.layer === "user" ? toAsciiText(shown) : toScriptText(narrowIndentation(shown));
    }),
  );
  text = texts.join(comments === "none" ? "\r\n" : "\r\n\r\n");
  known.set(functions, text);
  return text;
}

function remember(known: WeakMap<TemplateFunction, string>, source: TemplateFunction, change: (text: string) => string): string {
  let text = known.get(source);
  if (text === undefined) {
    text = change(source.text);
    known.set(source, text);
  }
  return text;
}
