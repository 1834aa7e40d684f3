import { LINE_END, QUOTES, WORD_END, fail, failHere, match, peek, skip, take } from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { isAtEndOfStatement, parseScriptBlock, parseStatement } from "./statements.ts";
import { NUMBER, UNARY, parseExpression, parsePostfix, parsePrimary, parseSubExpression } from "./expressions.ts";
import { parseString, parseVariable, tryVariable } from "./strings.ts";

const REDIRECTION = /[1-6*]?>>?(?:&[12](?=[\s;|)}]|$))?/y;
const ASSIGNMENT = /[-+*/%]?=/y;

export function parsePipeline(state: PsReader): void {
  parseElement(state, true);
  for (skip(state, false); peek(state) === "|"; skip(state, false)) {
    if (peek(state, 1) === "|") fail(state, "Windows PowerShell 5.1 has no '||'; use if");
    state.at++;
    skip(state, true);
    parseElement(state, false);
  }
  if (peek(state) === "&") fail(state, peek(state, 1) === "&" ? "Windows PowerShell 5.1 has no '&&'; use if" : "'&' cannot stand here");
}

function parseElement(state: PsReader, isFirst: boolean): void {
  if (state.at >= state.text.length || match(state, LINE_END) !== undefined) failHere(state);
  if (!isExpressionStart(state)) {
    parseCommand(state);
    return;
  }
  if (!isFirst) fail(state, "only the first part of a pipeline may be an expression");
  const start = state.at;
  const isAssignable = parseExpression(state);
  skip(state, false);
  const operator = match(state, ASSIGNMENT);
  if (operator !== undefined) {
    if (!isAssignable) fail(state, "nothing can be assigned to what stands before it");
    state.at += operator.length;
    skip(state, true);
    if (state.at >= state.text.length) failHere(state);
    parseStatement(state);
    return;
  }
  while (match(state, REDIRECTION) !== undefined) parseRedirection(state);
  if (state.at === start) failHere(state);
}

function isExpressionStart(state: PsReader): boolean {
  const letter = peek(state);
  if ("$@({['\"!,".includes(letter)) return true;
  if (letter === "+") return true;
  if (letter === "-") {
    if (match(state, UNARY) !== undefined || peek(state, 1) === "-") return true;
    return /[\s\d.$(@["'{]/.test(peek(state, 1));
  }
  const number = match(state, NUMBER);
  if (number === undefined) return false;
  const next = peek(state, number.length);
  // `7z` and `1-x` are names of programs.
  return next === "" || " \t\r\n;|&(){},<>+*/%=.]-#".includes(next);
}

function parseCommand(state: PsReader): void {
  const operator = peek(state);
  if (operator === "&" || (operator === "." && /^[\s$'"({&;|)}]?$/.test(peek(state, 1)))) {
    state.at++;
    skip(state, false);
    if (isAtEndOfStatement(state) || "|&".includes(peek(state))) failHere(state);
    parseArgument(state);
  } else if ("<>=]".includes(operator)) failHere(state);
  else if (operator === "-") failHere(state);
  else parseBareWord(state);
  parseArguments(state);
}

function parseArguments(state: PsReader): void {
  let isBehindValue = false;
  for (skip(state, false); !isAtEndOfStatement(state) && !"|&".includes(peek(state)); skip(state, false)) {
    if (peek(state) === ",") {
      if (!isBehindValue) failHere(state);
      state.at++;
      skip(state, true);
      if (isAtEndOfStatement(state) || "|&,".includes(peek(state))) failHere(state);
      parseArgument(state);
    } else if (match(state, REDIRECTION) !== undefined) {
      parseRedirection(state);
      isBehindValue = false;
    } else if (take(state, /-[A-Za-z_?][^\s;,|&(){}<>'"$`:.[]*/y) !== undefined) {
      isBehindValue = false;
      if (peek(state) !== ":") continue;
      state.at++;
      skip(state, false);
      if (isAtEndOfStatement(state) || "|&,".includes(peek(state))) failHere(state);
      parseArgument(state);
      isBehindValue = true;
    } else {
      parseArgument(state);
      isBehindValue = true;
    }
  }
}

function parseRedirection(state: PsReader): void {
  const operator = take(state, REDIRECTION) ?? "";
  skip(state, false);
  if (operator.includes("&")) return;
  if (isAtEndOfStatement(state) || "|&,".includes(peek(state))) fail(state, `'${operator}' needs a file behind it`);
  parseArgument(state);
  skip(state, false);
}

/** One value in the place of an argument. */
export function parseArgument(state: PsReader): void {
  const start = state.at;
  switch (peek(state)) {
    case "'":
    case '"':
      parseString(state);
      return;
    case "(":
    case "@":
    case "$":
      if (/^\$[^\w?({$^]/.test(`${state.text.slice(state.at, state.at + 2)} `)) {
        parseBareWord(state);
        return;
      }
      if (/^@[A-Za-z_?]/.test(state.text.slice(state.at, state.at + 2))) {
        state.at++;
        take(state, /[\w?:]+/y);
        return;
      }
      parsePrimary(state);
      parsePostfix(state);
      // `$root\logs` is one word.
      if (state.text.charAt(start) === "$" && !isWordEnd(state) && !QUOTES.includes(peek(state))) parseBareWord(state);
      return;
    case "{":
      parseScriptBlock(state);
      return;
    case "<":
      return fail(state, "'<' cannot stand here: PowerShell has no redirection of input");
    default:
      parseBareWord(state);
      return;
  }
}

function isWordEnd(state: PsReader): boolean {
  return state.at >= state.text.length || WORD_END.includes(peek(state));
}

/** A word that ends at a blank or bracket; strings, variables and sub-expressions may stand in it. */
function parseBareWord(state: PsReader): void {
  const start = state.at;
  while (!isWordEnd(state)) {
    const letter = peek(state);
    if (letter === "`") state.at += 2;
    else if (QUOTES.includes(letter)) parseString(state);
    else if (letter === "$" && peek(state, 1) === "(") parseSubExpression(state, 1);
    else if (letter === "$" && peek(state, 1) === "{") parseVariable(state);
    else if (letter !== "$" || !tryVariable(state)) state.at++;
  }
  if (state.at > state.text.length) fail(state, "'`' has nothing behind it", state.text.length);
  if (state.at === start) failHere(state);
  if (state.text.slice(start, state.at) === "--%")
    fail(state, "'--%' hands the rest of its line to a program unread; write the arguments one by one", start);
}
