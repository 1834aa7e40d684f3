/** A PowerShell text on its way through the parser. */
export interface PsReader {
  readonly text: string;
  at: number;
  depth: number;
  /** How many expandable strings lie around this place. */
  quoted: number;
  readonly strings: { start: number; end: number }[];
}

/** Ends the parse: where, and what is wrong. */
export class SyntaxFailure extends Error {
  readonly offset: number;
  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** How deep blocks, brackets and strings may lie in each other; genuine PowerShell ends its process somewhat above. */
const DEEPEST = 100;

export const LINE_END = /\r?\n/y;
/** What ends a bare word of a command. */
export const WORD_END = " \t\r\n;|&(){},<>";
export const QUOTES = "'\"";
export const NAME = /[A-Za-z_]\w*/y;

export function peek(state: PsReader, ahead = 0): string {
  return state.text.charAt(state.at + ahead);
}

export function match(state: PsReader, pattern: RegExp): string | undefined {
  pattern.lastIndex = state.at;
  return pattern.exec(state.text)?.[0];
}

export function take(state: PsReader, pattern: RegExp): string | undefined {
  const found = match(state, pattern);
  if (found !== undefined) state.at += found.length;
  return found;
}

export function fail(state: PsReader, message: string, offset = state.at): never {
  throw new SyntaxFailure(offset, message);
}

export function failHere(state: PsReader): never {
  if (state.at >= state.text.length) fail(state, "it ends too early");
  const [found = ""] = /^\S*/.exec(state.text.slice(state.at, state.at + 20)) ?? [];
  if (found.startsWith("??")) fail(state, "Windows PowerShell 5.1 has no '??'; use if");
  fail(state, found === "" ? "the line ends too early" : `'${found}' cannot stand here`);
}

export function deeper(state: PsReader, parse: () => void): void {
  if (++state.depth > DEEPEST) fail(state, `brackets and blocks lie more than ${DEEPEST} deep in each other`);
  parse();
  state.depth--;
}

/** Passes over blanks, continued lines and comments; with `lines`, over the ends of lines too. Gives the letter behind. */
export function skip(state: PsReader, lines: boolean): string {
  for (;;) {
    const letter = peek(state);
    if (letter === " " || letter === "\t") state.at++;
    else if (letter === "`" && /^`[ \t\v\f]/.test(state.text.slice(state.at, state.at + 2)))
      fail(state, "'`' must be the last sign of its line");
    else if (letter === "`" && /^`\r?\n/.test(state.text.slice(state.at, state.at + 3))) state.at += peek(state, 1) === "\r" ? 3 : 2;
    else if (lines && match(state, LINE_END) !== undefined) take(state, LINE_END);
    else if (letter === "<" && peek(state, 1) === "#") {
      checkBeforeComment(state);
      const end = state.text.indexOf("#>", state.at + 2);
      if (end < 0) fail(state, "the block comment '<#' has no '#>'");
      checkQuotedComment(state, state.text.slice(state.at, end));
      state.at = end + 2;
    } else if (letter === "#") {
      checkBeforeComment(state);
      skipComment(state);
    } else return letter;
  }
}

/** Behind a word or variable PowerShell takes a '#' as a part of it. */
function checkBeforeComment(state: PsReader): void {
  if (!/[\s;|&(){},=["'>]/.test(state.text.charAt(state.at - 1) || " ")) fail(state, "a blank is missing before the comment");
}

function skipComment(state: PsReader): void {
  const end = state.text.indexOf("\n", state.at);
  const comment = state.text.slice(state.at, end < 0 ? undefined : end);
  checkQuotedComment(state, comment);
  if (/^#requires\b/i.test(comment)) fail(state, "'#requires' would hold for the whole script");
  if (/^#\s*SIG\s*#/i.test(comment)) fail(state, "'# SIG #' marks a signature, which belongs to the whole script");
  state.at = end < 0 ? state.text.length : comment.endsWith("\r") ? end - 1 : end;
}

/** PowerShell counts the brackets in a string's `$(…)` before it knows what a comment is. */
function checkQuotedComment(state: PsReader, comment: string): void {
  if (state.quoted > 0 && /[()'"`]/.test(comment)) fail(state, "a comment inside a string must hold no brackets and no quotes");
}

export function skipSeparators(state: PsReader): string {
  while (skip(state, true) === ";") state.at++;
  return peek(state);
}

/** The word that begins here, as far as it decides whether it is a keyword. */
export function findWord(state: PsReader): string {
  let end = state.at;
  while (end < state.text.length && !WORD_END.includes(state.text.charAt(end)) && !QUOTES.includes(state.text.charAt(end))) end++;
  return state.text.slice(state.at, end).toLowerCase();
}

export function takeWord(state: PsReader, word: string): boolean {
  if (findWord(state) !== word) return false;
  state.at += word.length;
  return true;
}

export function expect(state: PsReader, letter: string): void {
  if (peek(state) !== letter) {
    if (state.at >= state.text.length) fail(state, `'${letter}' is missing at its end`);
    fail(state, `'${letter}' is missing here`);
  }
  state.at++;
}
