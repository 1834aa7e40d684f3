/** A JSON text that was read: its value, and where the members of the outermost object begin. */
export interface JsonText {
  readonly value: unknown;
  readonly members: ReadonlyMap<string, number>;
}

/** What is wrong with a text that is no JSON, and at which character. */
export interface JsonMistake {
  readonly offset: number;
  readonly reason: string;
}

/**
 * Reads a JSON text (RFC 8259), with the places of its members: `JSON.parse` tells the place of a mistake in some versions of Node.js only, and that of
 * a member in none.
 */
export function readJson(text: string): JsonText | JsonMistake {
  const members = new Map<string, number>();
  const mistake = findMistake(text, members);
  return mistake ?? { value: JSON.parse(text) as unknown, members };
}

/** Thrown to leave all nested values at once. */
class Mistake extends Error implements JsonMistake {
  readonly offset: number;
  readonly reason: string;

  constructor(offset: number, reason: string) {
    super(reason);
    this.offset = offset;
    this.reason = reason;
  }
}

function findMistake(text: string, members: Map<string, number>): JsonMistake | undefined {
  let at = 0;
  const token =
    /\s*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|true\b|false\b|null\b))/y;
  /** The next token, which is consumed; undefined at the end. */
  const next = (): { readonly text: string; readonly start: number } | undefined => {
    token.lastIndex = at;
    const match = token.exec(text);
    const start = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    if (!match) {
      if (start >= text.length) return undefined;
      throw new Mistake(start, describe(text, start));
    }
    at = token.lastIndex;
    return { text: match[1] ?? match[2] ?? match[3] ?? "", start };
  };
  const expect = (what: string, accepts: (found: string) => boolean): { readonly text: string; readonly start: number } => {
    const found = next();
    if (!found) throw new Mistake(text.trimEnd().length, `${what} expected, found the end of the file`);
    if (!accepts(found.text)) throw new Mistake(found.start, `${what} expected, found '${found.text.slice(0, 40)}'`);
    return found;
  };
  const isText = (found: string): boolean => found.startsWith('"');
  const readValue = (depth: number, first = expect("a value", (found) => !/^[\]},:]$/.test(found))): void => {
    if (depth > 200) throw new Mistake(first.start, "it is nested too deeply");
    if (first.text === "[") readElements(depth);
    else if (first.text === "{") readMembers(depth);
  };
  const readElements = (depth: number): void => {
    let found = expect("a value or ']'", (one) => !/^[},:]$/.test(one));
    while (found.text !== "]") {
      readValue(depth + 1, found);
      if (expect("',' or ']'", (one) => one === "," || one === "]").text === "]") return;
      found = expect("a value behind ','", (one) => !/^[\]},:]$/.test(one));
    }
  };
  const readMembers = (depth: number): void => {
    let found = expect("a name in double quotes or '}'", (one) => one === "}" || isText(one));
    while (found.text !== "}") {
      if (depth === 0) members.set(JSON.parse(found.text) as string, found.start);
      expect("':'", (one) => one === ":");
      readValue(depth + 1);
      if (expect("',' or '}'", (one) => one === "," || one === "}").text === "}") return;
      found = expect("a name in double quotes behind ','", isText);
    }
  };
  try {
    readValue(0);
    const rest = next();
    return rest ? { offset: rest.start, reason: `the end of the file expected, found '${rest.text.slice(0, 40)}'` } : undefined;
  } catch (error) {
    if (error instanceof Mistake) return error;
    throw error;
  }
}

function describe(text: string, start: number): string {
  const rest = text.slice(start);
  if (rest.startsWith("//") || rest.startsWith("/*")) return "JSON has no comments";
  if (rest.startsWith("'")) return "texts stand in double quotes";
  if (rest.startsWith('"')) return "this text is not closed, or has a single backslash: write '\\\\' for one";
  return `'${/^[\w$-]+|^./u.exec(rest)?.[0] ?? ""}' is no value of JSON`;
}
