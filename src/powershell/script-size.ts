import type { EmittedScript } from "./emit.ts";

/** A part of a script and its bytes; scripts are ASCII, so these are characters. */
export interface PartSize {
  readonly name: string;
  readonly bytes: number;
}

/** Where the bytes of a script go. The parts make up the whole. */
export interface ScriptSize {
  readonly total: number;
  /** Help, parameters and the frame around steps and functions. */
  readonly frame: number;
  /** Statements of the remedy by the comment above each, largest first: `line 12: ensure …`; what stands between them counts to the one before. */
  readonly statements: readonly PartSize[];
  /** Functions by name, with their comments, largest first. */
  readonly functions: readonly PartSize[];
}

/** Measures a script. @throws nothing: what has no comment or function of its own counts to the frame. */
export function measureScript({ pieces, functions: names }: EmittedScript): ScriptSize {
  const [head = "", library = "", run = ""] = pieces;
  const statements = splitAt(head, /^[ ]*# (?=(?:line \d+|\S+:\d+): )/gm, (part) => (/# (.*)/.exec(part)?.[1] ?? "").trimEnd());
  const functions = splitFunctions(library, names);
  const total = head.length + library.length + run.length;
  return {
    total,
    frame: total - sum(statements) - sum(functions),
    statements: largestFirst(statements),
    functions: largestFirst(functions),
  };
}

/** What a script that is too large would have to lose, as a clause: how much statements and functions take, and the largest of each. */
export function describeLargestParts(script: EmittedScript): string {
  const { statements, functions } = measureScript(script);
  const largest = (parts: readonly PartSize[]): string =>
    parts
      .slice(0, 3)
      .map(({ name, bytes }) => `${bytes} '${name.length > 60 ? `${name.slice(0, 57)}...` : name}'`)
      .join(", ");
  return `${statements.length} statements take ${sum(statements)} bytes (${largest(statements)}), ${functions.length} functions ${sum(functions)} (${largest(functions)})`;
}

function sum(parts: readonly PartSize[]): number {
  return parts.reduce((all, { bytes }) => all + bytes, 0);
}

/** The parts of a text that begin where a pattern matches, each to the beginning of the next. */
function splitAt(text: string, pattern: RegExp, nameOf: (part: string) => string): PartSize[] {
  const starts = [...text.matchAll(pattern)].map(({ index }) => index);
  return starts.map((start, i) => {
    const part = text.slice(start, starts[i + 1] ?? text.length);
    return { name: nameOf(part), bytes: part.length };
  });
}

/** Functions follow one another in the order of their names, an empty line before each where there are comments. */
function splitFunctions(library: string, names: readonly string[]): PartSize[] {
  let from = 0;
  const starts = names.map((name) => {
    const head = `function ${name}`;
    let at = library.indexOf(head, from);
    // a longer name may begin like it
    while (at >= 0 && !" (".includes(library.charAt(at + head.length))) at = library.indexOf(head, at + 1);
    const gap = library.lastIndexOf("\r\n\r\n", at);
    const start = gap < from ? at : gap + 4;
    from = at + 1;
    return start;
  });
  starts[0] = 0;
  return names.map((name, i) => ({ name, bytes: (starts[i + 1] ?? library.length) - (starts[i] ?? 0) }));
}

function largestFirst(parts: readonly PartSize[]): PartSize[] {
  return parts.toSorted((one, other) => other.bytes - one.bytes || (one.name < other.name ? -1 : 1));
}
