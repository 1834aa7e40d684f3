import { LINE_END, fail, peek, take } from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { parseSubExpression } from "./expressions.ts";

const VARIABLE = /\$(?:[A-Za-z_]\w*:(?!:))?[A-Za-z0-9_?]+|\$[$^]/y;

export function parseVariable(state: PsReader): void {
  if (peek(state) === "$" && peek(state, 1) === "{") {
    const open = state.at;
    for (state.at += 2; peek(state) !== "}"; state.at += peek(state) === "`" ? 2 : 1)
      if (state.at >= state.text.length) fail(state, "'${' is never closed", open);
    if (state.at === open + 2) fail(state, "'${}' names no variable", open);
    state.at++;
  } else if (!tryVariable(state)) fail(state, "a variable is missing here");
}

/** `$name`, `$drive:name`; false where a dollar sign is one. */
export function tryVariable(state: PsReader): boolean {
  if (take(state, VARIABLE) === undefined) return false;
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
  state.strings.push({ start, end: state.at });
}

/** One character of an expandable string, or what is put into it. */
function parseExpandable(state: PsReader): void {
  if (peek(state) === "`") state.at += 2;
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
