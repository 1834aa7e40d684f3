import {
  LINE_END,
  NAME,
  SyntaxFailure,
  deeper,
  expect,
  fail,
  failHere,
  findWord,
  match,
  peek,
  skip,
  skipSeparators,
  take,
  takeWord,
} from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { parseArgument, parsePipeline } from "./pipelines.ts";
import { ATTRIBUTE, parseOperandChain, parseType } from "./expressions.ts";
import { parseVariable } from "./strings.ts";

/** Words that begin something which a block of a script has no place for, or which belong behind something else. */
const MISPLACED: ReadonlySet<string> = new Set(
  "begin process end dynamicparam clean param else elseif catch finally until in using class enum data workflow configuration parallel sequence inlinescript define from var filter".split(
    " ",
  ),
);

/** What stands between `{` and `}`: perhaps `param(…)`, then statements or named blocks. */
export function parseBody(state: PsReader, end: "}" | undefined, open: number): void {
  skipSeparators(state);
  const start = state.at;
  while (peek(state) === "[" && tryAttribute(state)) skip(state, true);
  if (takeWord(state, "param")) {
    skip(state, true);
    parseParameters(state);
    skipSeparators(state);
  } else state.at = start;
  if (!/^(?:begin|process|end|dynamicparam)$/.test(findWord(state))) {
    parseStatements(state, end, open);
    return;
  }
  while (/^(?:begin|process|end|dynamicparam)$/.test(findWord(state))) {
    state.at += findWord(state).length;
    skip(state, true);
    parseBlock(state);
    skipSeparators(state);
  }
  if (end === undefined ? state.at < state.text.length : peek(state) !== end) failHere(state);
}

/** `[CmdletBinding()]` before `param`; false, at the same place, where it is an expression. */
function tryAttribute(state: PsReader): boolean {
  if (match(state, ATTRIBUTE) === undefined) return false;
  const start = state.at;
  const count = state.strings.length;
  try {
    parseType(state);
    return true;
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    state.at = start;
    state.strings.length = count;
    return false;
  }
}

function parseParameters(state: PsReader): void {
  const open = state.at;
  expect(state, "(");
  deeper(state, () => {
    for (skip(state, true); peek(state) !== ")"; skip(state, true)) {
      if (state.at >= state.text.length) fail(state, "'(' is never closed", open);
      for (; peek(state) === "["; skip(state, true)) parseType(state);
      parseVariable(state);
      skip(state, true);
      if (peek(state) === "=") {
        state.at++;
        skip(state, true);
        parseOperandChain(state);
        skip(state, true);
      }
      if (peek(state) === ")") break;
      expect(state, ",");
      skip(state, true);
      if (peek(state) === ")") failHere(state);
    }
  });
  expect(state, ")");
}

export function parseStatements(state: PsReader, end: "}" | ")" | undefined, open: number): void {
  for (skipSeparators(state); ; skipSeparators(state)) {
    if (state.at >= state.text.length) {
      if (end === undefined) return;
      fail(state, `'${end === "}" ? "{" : "("}' is never closed`, open);
    }
    if (peek(state) === end) return;
    if (")}".includes(peek(state))) fail(state, `'${peek(state)}' closes nothing that is open`);
    const isBlock = parseStatement(state);
    skip(state, false);
    if (!isBlock && state.at < state.text.length && peek(state) !== ";" && peek(state) !== end && match(state, LINE_END) === undefined)
      failHere(state);
  }
}

function parseBlock(state: PsReader): void {
  const open = state.at;
  expect(state, "{");
  deeper(state, () => parseStatements(state, "}", open));
  state.at++;
}

export function parseScriptBlock(state: PsReader): void {
  const open = state.at;
  expect(state, "{");
  deeper(state, () => parseBody(state, "}", open));
  expect(state, "}");
}

/** One statement; true for one that ends with a block, behind which the next may stand on the same line. */
export function parseStatement(state: PsReader): boolean {
  const label = /^:[A-Za-z_]\w*/.exec(state.text.slice(state.at, state.at + 80))?.[0];
  if (label !== undefined) {
    state.at += label.length;
    skip(state, true);
    if (!/^(?:while|do|for|foreach|switch)$/.test(findWord(state))) fail(state, "a label belongs to a loop");
  }
  const start = state.at;
  const word = findWord(state);
  if (MISPLACED.has(word)) fail(state, `'${word}' cannot stand here`);
  const goOn = (): void => {
    state.at = start + word.length;
    skip(state, true);
  };
  switch (word) {
    case "if":
      goOn();
      parseIf(state);
      return true;
    case "while":
      goOn();
      parseCondition(state);
      parseBlock(state);
      return true;
    case "do":
      goOn();
      parseBlock(state);
      skip(state, true);
      if (!takeWord(state, "while") && !takeWord(state, "until")) fail(state, "'do' needs 'while (…)' or 'until (…)' behind its block");
      skip(state, true);
      parseInParentheses(state);
      return false;
    case "for":
      goOn();
      parseFor(state);
      return true;
    case "foreach":
      goOn();
      parseForeach(state);
      return true;
    case "switch":
      goOn();
      parseSwitch(state);
      return true;
    case "try":
      goOn();
      parseTry(state);
      return true;
    case "trap":
      goOn();
      if (peek(state) === "[") parseType(state);
      skip(state, true);
      parseBlock(state);
      return true;
    case "function":
      goOn();
      parseFunction(state);
      return true;
    case "return":
    case "throw":
    case "exit":
      state.at = start + word.length;
      skip(state, false);
      if (!isAtEndOfStatement(state)) parsePipeline(state);
      return false;
    case "break":
    case "continue":
      state.at = start + word.length;
      skip(state, false);
      if (!isAtEndOfStatement(state) && take(state, NAME) === undefined) parseVariable(state);
      return false;
    default:
      parsePipeline(state);
      return false;
  }
}

export function isAtEndOfStatement(state: PsReader): boolean {
  return state.at >= state.text.length || ";)}".includes(peek(state)) || match(state, LINE_END) !== undefined;
}

export function parseInParentheses(state: PsReader): void {
  const open = state.at;
  expect(state, "(");
  deeper(state, () => {
    skip(state, true);
    if (peek(state) === ")") failHere(state);
    parsePipeline(state);
    skip(state, true);
    if (state.at >= state.text.length) fail(state, "'(' is never closed", open);
  });
  expect(state, ")");
}

function parseCondition(state: PsReader): void {
  parseInParentheses(state);
  skip(state, true);
}

function parseIf(state: PsReader): void {
  parseCondition(state);
  parseBlock(state);
  for (;;) {
    const end = state.at;
    skip(state, true);
    if (takeWord(state, "elseif")) {
      skip(state, true);
      parseCondition(state);
      parseBlock(state);
    } else if (takeWord(state, "else")) {
      skip(state, true);
      parseBlock(state);
      return;
    } else {
      state.at = end;
      return;
    }
  }
}

function parseFor(state: PsReader): void {
  expect(state, "(");
  deeper(state, () => {
    for (let part = 0; part < 3; part++) {
      skip(state, true);
      if (peek(state) !== ";" && peek(state) !== ")") parsePipeline(state);
      skip(state, false);
      if (part < 2 && peek(state) === ";") state.at++;
      else if (take(state, LINE_END) === undefined) break;
    }
  });
  skip(state, true);
  expect(state, ")");
  skip(state, true);
  parseBlock(state);
}

function parseForeach(state: PsReader): void {
  expect(state, "(");
  deeper(state, () => {
    skip(state, true);
    parseVariable(state);
    skip(state, true);
    if (!takeWord(state, "in")) fail(state, "'in' is missing here");
    skip(state, true);
    parsePipeline(state);
    skip(state, true);
  });
  expect(state, ")");
  skip(state, true);
  parseBlock(state);
}

function parseSwitch(state: PsReader): void {
  let isFile = false;
  for (let flag = take(state, /-[A-Za-z]+/y); flag !== undefined; flag = take(state, /-[A-Za-z]+/y)) {
    if (!/^-(?:regex|wildcard|exact|casesensitive|file)$/i.test(flag))
      fail(state, `'switch' has no option '${flag}'`, state.at - flag.length);
    if (!/[\s(]/.test(peek(state))) failHere(state);
    skip(state, false);
    if (flag.toLowerCase() === "-file") {
      isFile = true;
      parseArgument(state);
      skip(state, true);
    }
  }
  if (!isFile) parseInParentheses(state);
  skip(state, true);
  const open = state.at;
  expect(state, "{");
  deeper(state, () => {
    if (skip(state, true) === ";") failHere(state);
    if (peek(state) === "}") fail(state, "'switch' needs a case");
    for (; peek(state) !== "}"; skipSeparators(state)) {
      if (state.at >= state.text.length) fail(state, "'{' is never closed", open);
      if (!/[\w'"$({*?-]/.test(peek(state))) failHere(state);
      parseArgument(state);
      skip(state, true);
      parseBlock(state);
    }
  });
  state.at++;
}

function parseTry(state: PsReader): void {
  parseBlock(state);
  let isComplete = false;
  for (;;) {
    const end = state.at;
    skip(state, true);
    if (takeWord(state, "catch")) {
      isComplete = true;
      skip(state, true);
      for (; peek(state) === "["; skip(state, true)) {
        parseType(state);
        skip(state, true);
        if (peek(state) !== ",") break;
        state.at++;
        skip(state, true);
        if (peek(state) !== "[") failHere(state);
      }
      skip(state, true);
      parseBlock(state);
    } else if (takeWord(state, "finally")) {
      skip(state, true);
      parseBlock(state);
      return;
    } else {
      state.at = end;
      if (!isComplete) fail(state, "'try' needs 'catch' or 'finally' behind its block");
      return;
    }
  }
}

function parseFunction(state: PsReader): void {
  if (take(state, /[A-Za-z_][\w:-]*/y) === undefined) fail(state, "a function needs a name");
  skip(state, true);
  if (peek(state) === "(") parseParameters(state);
  skip(state, true);
  parseScriptBlock(state);
}
