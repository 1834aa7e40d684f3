import type { TemplateFunction } from "./library.ts";

/** Longest line of the table that holds the state of a script. */
const WIDTH = 150;

/** An entry of the table: its key, and the whole of it as it is printed (`Halt = ''`). */
export interface StateEntry {
  readonly key: string;
  readonly text: string;
}

/**
 * Fills the table `$Remedy` of a frame: first what is known when compiling, then the frame's own entries, which stand one a line below the marker. `keys`: what the script reads
 * of it; other entries are left out. Undefined: all stay.
 */
export function fillState(frame: string, known: readonly StateEntry[], keys: ReadonlySet<string> | undefined): string {
  return frame.replace(/^( *)#remedyc:state\n((?:\1[A-Z]\w* = .*\n)*)/m, (_all, indentation: string, own: string) => {
    const changing = own
      .split("\n")
      .filter((line) => line !== "")
      .map((line): StateEntry => ({ key: /\w+/.exec(line)?.[0] ?? "", text: line.trim() }));
    const entries = [...known, ...changing].filter(({ key }) => keys?.has(key) ?? true);
    const lines: string[] = [];
    for (const { text } of entries) {
      const last = lines.at(-1);
      if (last !== undefined && indentation.length + last.length + text.length + 2 <= WIDTH) lines[lines.length - 1] = `${last}; ${text}`;
      else lines.push(text);
    }
    return lines.map((line) => `${indentation}${line}\n`).join("");
  });
}

const mentioned = new WeakMap<TemplateFunction, readonly string[]>();

/** The keys of `$Remedy` that functions, and the rest of a script, name. */
export function findStateKeys(functions: readonly TemplateFunction[], rest: string): Set<string> {
  const keys = new Set(namedIn(rest));
  for (const template of functions) {
    const known = mentioned.get(template) ?? namedIn(template.text);
    mentioned.set(template, known);
    for (const key of known) keys.add(key);
  }
  return keys;
}

function namedIn(text: string): string[] {
  return [...text.matchAll(/\$(?:script:)?Remedy(?:\.|\[')([A-Za-z]+)/g)].map(([, key = ""]) => key);
}
