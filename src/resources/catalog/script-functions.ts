/** A function of a kind's script. */
export interface ScriptFunction {
  readonly name: string;
  /** Lower case, without `$`. */
  readonly parameters: readonly string[];
}

/**
 * The functions that a PowerShell text declares, with the parameters of their `param(…)`. Only what the check of user kinds needs: comments and strings
 * are blanked, then `function <name> {` and the first `param(` in it are looked for.
 */
export function findScriptFunctions(text: string): ScriptFunction[] {
  const code = blankCommentsAndStrings(text);
  return [...code.matchAll(/(?<![\w-])function\s+(?:(?:script|global|local|private):)?([\w-]+)\s*(\(|\{)?/gi)].map((match) => {
    const after = match.index + match[0].length;
    const start = match[2] === "(" ? after : findParamBlock(code, after);
    return { name: match[1] ?? "", parameters: start === undefined ? [] : readParameters(code, start) };
  });
}

/** Whether a PowerShell text calls a function somewhere. */
export function callsFunction(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`, "i").test(blankCommentsAndStrings(text));
}

/** Where the text after `param(` begins: after attributes and white space at the head of a function's body; undefined without one. */
function findParamBlock(code: string, from: number): number | undefined {
  const head = /^(?:\s|\[(?:[^[\]]|\[[^[\]]*\])*\])*param\s*\(/i.exec(code.slice(from));
  return head ? from + head[0].length : undefined;
}

/** In a parameter list the name is the first variable outside of brackets after each comma; what follows `=` is its default. */
function readParameters(code: string, start: number): string[] {
  const names: string[] = [];
  let depth = 0;
  let taken = false;
  for (let i = start; i < code.length; i++) {
    const letter = code.charAt(i);
    if ("([{".includes(letter)) depth++;
    else if (")]}".includes(letter)) {
      if (depth === 0) break;
      depth--;
    } else if (letter === "," && depth === 0) taken = false;
    else if (letter === "$" && depth === 0 && !taken) {
      names.push((/^\w+/.exec(code.slice(i + 1))?.[0] ?? "").toLowerCase());
      taken = true;
    }
  }
  return names;
}

/** Replaces block comments, line comments, here-strings and strings by blanks of the same length. */
function blankCommentsAndStrings(text: string): string {
  const blank = (match: string): string => match.replace(/[^\r\n]/g, " ");
  const pattern =
    /<#[\s\S]*?(?:#>|$)|(?<![\w`])#[^\r\n]*|@'[ \t]*\r?\n[\s\S]*?\r?\n'@|@"[ \t]*\r?\n[\s\S]*?\r?\n"@|'(?:[^']|'')*'|"(?:[^"`]|`[\s\S]|"")*"/g;
  return text.replace(pattern, blank);
}
