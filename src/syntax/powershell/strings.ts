import { LINE_END, fail, peek, take } from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { parseSubExpression } from "./expressions.ts";

const VARIABLE = /\$\?(?![\w?])|\$(?:[A-Za-z_]\w*:(?!:))?[A-Za-z0-9_][A-Za-z0-9_?]*|\$[$^]/y;

/** `${name}`, `${drive:name}`; stricter than PowerShell, which takes more signs where they are escaped. */
const BRACED = /\$\{(?:[A-Za-z_]\w*:)?(?:[^:{}`\r\n]|`[{}`])+\}/y;

export function parseVariable(state: PsReader): void {
  if (peek(state) === "$" && peek(state, 1) === "{") {
    if (take(state, BRACED) === undefined) fail(state, "'${' is no name of a variable, with '}' behind it");
  } else if (!tryVariable(state)) fail(state, "a variable is missing here");
}

/** `$name`, `$drive:name`; false where a dollar sign is one. */
export function tryVariable(state: PsReader): boolean {
  if (take(state, VARIABLE) === undefined) {
    if (/^\$[:?]/.test(state.text.slice(state.at, state.at + 2))) fail(state, "'$' begins no variable here; write '`$'");
    return false;
  }
  if (peek(state) === ":" && peek(state, 1) !== ":") fail(state, "':' behind a variable begins the name of another one; write ${name}");
  return true;
}

export function parseString(state: PsReader): void {
  const start = state.at;
  const quote = peek(state);
  state.at++;
  for (;;) {
    const letter = peek(state);
    if (letter === "") fail(state, "the string has no closing quote", start);
    if (letter === quote) {
      if (peek(state, 1) !== quote) break;
      state.at += 2;
    } else if (quote === '"') parseExpandable(state);
    else state.at++;
  }
  state.at++;
  const text = state.text.slice(start, state.at);
  if (state.quoted > 0 && text === '""') fail(state, "an empty text inside a string is written ''", start);
  // PowerShell counts them before it knows what is a string.
  if (state.quoted > 0 && text.split("(").length !== text.split(")").length)
    fail(state, "a string inside another one must hold as many '(' as ')'", start);
  state.strings.push({ start, end: state.at });
}

/** A backtick and the sign behind it. */
export function takeEscape(state: PsReader): void {
  if (peek(state, 1) === "u") fail(state, "'`u' is 'u' in Windows PowerShell 5.1 and begins a code in version 7");
  if (state.quoted > 0 && state.at + 1 < state.text.length && "\"'()".includes(peek(state, 1)))
    fail(state, "PowerShell counts quotes and brackets inside a string before it knows what is escaped");
  state.at += 2;
}

/** One character of an expandable string, or what is put into it. */
function parseExpandable(state: PsReader): void {
  if (peek(state) === "`") takeEscape(state);
  else if (peek(state) === "$" && peek(state, 1) === "(") {
    state.quoted++;
    parseSubExpression(state, 1);
    state.quoted--;
  } else if (peek(state) === "$" && peek(state, 1) === "{") parseVariable(state);
  else if (peek(state) !== "$" || !tryVariable(state)) state.at++;
}

export function parseHereString(state: PsReader): void {
  const start = state.at;
  const quote = peek(state, 1);
  state.at += 2;
  take(state, /[ \t]+/y);
  if (take(state, LINE_END) === undefined) fail(state, `the line ends behind the '@${quote}' of a here-string`);
  for (;;) {
    if (state.at >= state.text.length) fail(state, "the here-string has no end at the start of a line", start);
    if (peek(state) === quote && peek(state, 1) === "@" && state.text.charAt(state.at - 1) === "\n") break;
    if (quote === '"') parseExpandable(state);
    else state.at++;
  }
  state.at += 2;
  state.strings.push({ start, end: state.at });
}
