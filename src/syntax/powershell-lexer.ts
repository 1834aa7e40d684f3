/** A token of PowerShell source, as far as linking and the checks of user-written blocks need it. */
export interface PsToken {
  readonly kind: "comment" | "string" | "word" | "variable" | "open" | "close" | "newline" | "other";
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why a text is no complete PowerShell: what is open, or closes nothing. */
export interface PsLexError {
  readonly offset: number;
  readonly message: string;
}

const SINGLE_QUOTES = "'\u2018\u2019\u201A\u201B";
const DOUBLE_QUOTES = '"\u201C\u201D\u201E';
const WORD = /[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z][A-Za-z0-9_]*)*/y;
const VARIABLE = /\$(?:\{[^}]*\}|[A-Za-z_][A-Za-z0-9_]*(?::[A-Za-z_][A-Za-z0-9_]*)?|[$?^])/y;

/**
 * Splits PowerShell source into tokens and finds what is unbalanced. It knows comments, all string forms (curly quotes count as quotes, as
 * PowerShell counts them), here-strings, `$(…)` inside strings, backtick escapes, and brackets; it does not know the grammar above that.
 * Source of the rules: about_Quoting_Rules, about_Comments, about_Special_Characters.
 */
export function lexPowerShell(text: string): { readonly tokens: readonly PsToken[]; readonly errors: readonly PsLexError[] } {
  const tokens: PsToken[] = [];
  const errors: PsLexError[] = [];
  const brackets: { readonly open: string; readonly offset: number }[] = [];
  let i = 0;
  const push = (kind: PsToken["kind"], end: number): void => {
    tokens.push({ kind, start: i, end, text: text.slice(i, end) });
    i = end;
  };
  while (i < text.length) {
    const character = text.charAt(i);
    const next = text.charAt(i + 1);
    if (character === "\n") push("newline", i + 1);
    else if (/\s/.test(character)) i++;
    else if (character === "`") push("other", Math.min(text.length, i + 2));
    else if (character === "<" && next === "#") {
      const end = text.indexOf("#>", i + 2);
      if (end < 0) errors.push({ offset: i, message: "the block comment '<#' has no '#>'" });
      push("comment", end < 0 ? text.length : end + 2);
    } else if (character === "#" && !isInsideWord(text, i)) {
      const end = text.indexOf("\n", i);
      push("comment", end < 0 ? text.length : end);
    } else if (
      character === "@" &&
      next !== "" &&
      (SINGLE_QUOTES + DOUBLE_QUOTES).includes(next) &&
      /^[ \t]*(\r?\n|$)/.test(text.slice(i + 2, i + 200))
    ) {
      push("string", skipHereString(text, i, errors));
    } else if (SINGLE_QUOTES.includes(character)) push("string", skipSingleQuoted(text, i, errors));
    else if (DOUBLE_QUOTES.includes(character)) push("string", skipDoubleQuoted(text, i, errors));
    else if (character === "$" && matchAt(VARIABLE, text, i) > 0) push("variable", i + matchAt(VARIABLE, text, i));
    else if (matchAt(WORD, text, i) > 0) push("word", i + matchAt(WORD, text, i));
    else if ("{(".includes(character) || character === "[") {
      brackets.push({ open: character, offset: i });
      push("open", i + 1);
    } else if ("})]".includes(character)) {
      const expected = { "}": "{", ")": "(", "]": "[" }[character];
      if (brackets.at(-1)?.open === expected) brackets.pop();
      else errors.push({ offset: i, message: `'${character}' closes nothing that is open` });
      push("close", i + 1);
    } else push("other", i + 1);
  }
  for (const bracket of brackets) errors.push({ offset: bracket.offset, message: `'${bracket.open}' is never closed` });
  return { tokens, errors };
}

function matchAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** `#` begins a comment only where a token may begin. */
function isInsideWord(text: string, offset: number): boolean {
  return offset > 0 && /[A-Za-z0-9_\-`]/.test(text.charAt(offset - 1));
}

function skipSingleQuoted(text: string, start: number, errors: PsLexError[]): number {
  for (let i = start + 1; i < text.length; i++) {
    if (!SINGLE_QUOTES.includes(text.charAt(i))) continue;
    if (i + 1 < text.length && SINGLE_QUOTES.includes(text.charAt(i + 1))) i++;
    else return i + 1;
  }
  errors.push({ offset: start, message: "the string has no closing quote" });
  return text.length;
}

function skipDoubleQuoted(text: string, start: number, errors: PsLexError[]): number {
  for (let i = start + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "`") i++;
    else if (character === "$" && text.charAt(i + 1) === "(") i = skipSubexpression(text, i + 1, errors) - 1;
    else if (DOUBLE_QUOTES.includes(character)) {
      if (i + 1 < text.length && DOUBLE_QUOTES.includes(text.charAt(i + 1))) i++;
      else return i + 1;
    }
  }
  errors.push({ offset: start, message: "the string has no closing quote" });
  return text.length;
}

/** From the `(` of a `$(…)` to behind its `)`. Lexes the inside, which may hold strings of its own. */
function skipSubexpression(text: string, open: number, errors: PsLexError[]): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === "`") i++;
    else if (character === "(") depth++;
    else if (character === ")" && --depth === 0) return i + 1;
    else if (SINGLE_QUOTES.includes(character)) i = skipSingleQuoted(text, i, errors) - 1;
    else if (DOUBLE_QUOTES.includes(character)) i = skipDoubleQuoted(text, i, errors) - 1;
  }
  errors.push({ offset: open, message: "'$(' is never closed" });
  return text.length;
}

function skipHereString(text: string, start: number, errors: PsLexError[]): number {
  const quotes = SINGLE_QUOTES.includes(text.charAt(start + 1)) ? SINGLE_QUOTES : DOUBLE_QUOTES;
  const end = new RegExp(`\\n[${quotes}]@`).exec(text.slice(start));
  if (!end) {
    errors.push({ offset: start, message: "the here-string has no end at the start of a line" });
    return text.length;
  }
  return start + end.index + end[0].length;
}
