import { LINE_END, QUOTES, WORD_END, fail, failHere, match, peek, skip, take } from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { isAtEndOfStatement, parseScriptBlock, parseStatement } from "./statements.ts";
import { NUMBER, UNARY, parseExpression, parsePostfix, parsePrimary, parseSubExpression } from "./expressions.ts";
import { parseString, parseVariable, takeEscape, tryVariable } from "./strings.ts";

const REDIRECTION = /[2-6*]>&1(?=[\s;|)}]|$)|[1-6*]?>>?/y;
const PARAMETER = /-[A-Za-z_?][^\s;,|&(){}<>'"$`:.[]*/y;
const SPLAT = /@[A-Za-z_?]/y;
/** How the file of a redirection begins. */
const FILE = /['"$(\w\\%~]|\.{1,2}[\\/]/y;
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
    if (operator !== "=" && state.text.slice(start, state.at).includes(",")) fail(state, "only '=' assigns to several variables");
    if (!isAssignable) fail(state, "nothing can be assigned to what stands before it");
    state.at += operator.length;
    skip(state, true);
    if (state.at >= state.text.length) failHere(state);
    // What begins with a keyword is no part of a pipeline.
    if (parseStatement(state) && skip(state, false) === "|") failHere(state);
    return;
  }
  const redirected = new Set<string>();
  while (match(state, REDIRECTION) !== undefined) parseRedirection(state, redirected);
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
  } else if (
    "<>=]".includes(operator) ||
    match(state, /0x|(?:\d+\.?\d*|\.\d+)(?:[usy]|u?[lsy]|n)(?!\w)|\d+[^\w\s;|&(){},<>.\\-]/iy) !== undefined
  )
    failHere(state);
  else if (operator === "-") failHere(state);
  else parseBareWord(state);
  parseArguments(state);
}

function parseArguments(state: PsReader): void {
  let isBehindValue = false;
  const redirected = new Set<string>();
  for (skip(state, false); !isAtEndOfStatement(state) && !"|&".includes(peek(state)); skip(state, false)) {
    if (peek(state) === ",") {
      if (!isBehindValue) failHere(state);
      state.at++;
      skip(state, true);
      if (
        isAtEndOfStatement(state) ||
        "|&,".includes(peek(state)) ||
        match(state, REDIRECTION) !== undefined ||
        match(state, SPLAT) !== undefined
      )
        failHere(state);
      parseArgument(state);
    } else if (match(state, REDIRECTION) !== undefined) {
      parseRedirection(state, redirected);
      isBehindValue = false;
    } else if (take(state, PARAMETER) !== undefined) {
      isBehindValue = false;
      // `-b$c` is one word, and no list goes on behind it.
      if (peek(state) === "$") parseArgument(state);
      if (peek(state) === "`") failHere(state);
      if (peek(state) !== ":") continue;
      state.at++;
      skip(state, false);
      if (isAtEndOfStatement(state) || "|&,".includes(peek(state)) || match(state, SPLAT) !== undefined) failHere(state);
      parseArgument(state);
      isBehindValue = true;
    } else {
      const isDashes = match(state, /--?(?=[\s;,|&(){}]|$)/y) !== undefined;
      parseArgument(state);
      isBehindValue = !isDashes;
    }
  }
}

/** One redirection; `redirected`: the streams of this command that are so already. */
function parseRedirection(state: PsReader, redirected: Set<string>): void {
  const operator = take(state, REDIRECTION) ?? "";
  const stream = /^[2-6*]/.exec(operator)?.[0] ?? "1";
  if (redirected.has(stream)) fail(state, "this stream is redirected already", state.at - operator.length);
  redirected.add(stream);
  skip(state, false);
  if (operator.includes("&")) return;
  if (peek(state) === "&") fail(state, "of streams only '2>&1' to '6>&1' and '*>&1' are joined");
  if (isAtEndOfStatement(state) || match(state, FILE) === undefined || match(state, REDIRECTION) !== undefined)
    fail(state, `'${operator}' needs a file behind it`);
  const start = state.at;
  parseArgument(state);
  if (/^\$\w+=/.test(state.text.slice(start, state.at))) fail(state, "'=' cannot stand in the name of a file", start);
  skip(state, false);
}

/** One value in the place of an argument. */
export function parseArgument(state: PsReader): void {
  const start = state.at;
  switch (peek(state)) {
    case "'":
    case '"':
      parseString(state);
      parseMembers(state);
      return;
    case "(":
    case "@":
    case "$":
      if (/^\$[^\w?({$^]/.test(`${state.text.slice(state.at, state.at + 2)} `)) {
        parseBareWord(state);
        return;
      }
      if (match(state, SPLAT) !== undefined) {
        state.at++;
        take(state, /[\w?]+/y);
        if (!isWordEnd(state)) failHere(state);
        skip(state, false);
        if (/[,<>&]/.test(peek(state))) failHere(state);
        return;
      }
      parsePrimary(state);
      // `$a.b$c` are two arguments.
      if (parsePostfix(state) !== undefined && peek(state) === "$") return;
      // `$root\logs` is one word.
      if (/^(?:\.\d|#>)/.test(state.text.slice(state.at, state.at + 2))) failHere(state);
      if (state.text.charAt(start) === "$" && !isWordEnd(state) && !QUOTES.includes(peek(state))) parseBareWord(state);
      return;
    case "{":
      parseScriptBlock(state);
      parseMembers(state);
      return;
    case "<":
      return fail(state, "'<' cannot stand here: PowerShell has no redirection of input");
    default:
      parseBareWord(state);
      return;
  }
}

/** Members, indexes and calls right behind a text or a block in the place of an argument: `"$name".Trim()`. */
function parseMembers(state: PsReader): void {
  parsePostfix(state);
  if (peek(state) === ".") failHere(state);
}

function isWordEnd(state: PsReader): boolean {
  return state.at >= state.text.length || WORD_END.includes(peek(state));
}

/** A word that ends at a blank or bracket; strings, variables and sub-expressions may stand in it. */
function parseBareWord(state: PsReader): void {
  const start = state.at;
  if (match(state, /:[A-Za-z_]/y) !== undefined) fail(state, "a word that begins like a label stands in quotes");
  while (!isWordEnd(state)) {
    const letter = peek(state);
    if (letter === "`") takeEscape(state);
    else if (QUOTES.includes(letter)) parseString(state);
    else if (letter === "$" && peek(state, 1) === "(") parseSubExpression(state, 1);
    else if (letter === "$" && peek(state, 1) === "{") parseVariable(state);
    else if (letter !== "$" || !tryVariable(state)) state.at++;
  }
  if (state.at > state.text.length) fail(state, "'`' has nothing behind it", state.text.length);
  if (state.at === start) failHere(state);
  if (state.text.charAt(state.at - 1) === "@") fail(state, "'@' names nothing here", state.at - 1);
  if (state.text.slice(start, state.at) === "--%")
    fail(state, "'--%' hands the rest of its line to a program unread; write the arguments one by one", start);
}
