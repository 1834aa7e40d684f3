import { NAME, QUOTES, deeper, expect, fail, failHere, match, peek, skip, skipSeparators, take } from "./reader.ts";
import type { PsReader } from "./reader.ts";
import { isAtEndOfStatement, parseInParentheses, parseScriptBlock, parseStatement, parseStatements } from "./statements.ts";
import { parseHereString, parseString, parseVariable } from "./strings.ts";

const BINARY =
  /-(?:[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split)|is|isnot|as|join|and|or|xor|band|bor|bxor|shl|shr|f)(?!\w)/iy;
export const UNARY = /-(?:not|bnot|join|[ci]?split)(?!\w)/iy;
/** Digits before a point and a name (`3.ToString()`) are no number but the name of a command. */
export const NUMBER =
  /(?:0x[0-9a-f]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+-]?\d+)?)[dl]?(?:[kmgtp]b)?(?![\w[])(?!(?<=(?:^|[^\w.])\d+)\.[A-Za-z_$'"(])/iy;
/** What the arguments of an attribute are made of, beside script blocks: texts without variables, numbers, types, three variables. */
const CONSTANT =
  /^(?:'(?:[^']|'')*'|"(?:[^"`$]|`[^]|"")*"|\$(?:true|false|null)\b|\[(?:u?int(?:16|32|64)?|u?long|byte|double|decimal|float)\]::(?:Max|Min)Value\b|\[[A-Za-z_][\w.]*(?:\[\])?\]|0x[\da-f]+|\d+(?:\.\d+)?\w*|-not\b|[-+!(),\s])*$/i;
const TYPE_NAME = /[A-Za-z_][\w.+]*(?:`\d+)?/y;
const STEP = /\+\+|--/y;

/** Operands with operators between them, `commas` among these or not; true for something that a value can be assigned to. */
export function parseExpression(state: PsReader, commas = true): boolean {
  let isAssignable = parseOperand(state);
  // `++` and `--` belong to the last operand, whatever stands before it: `$a -lt $b++`.
  let isStepped = isAssignable;
  let isList = true;
  for (;;) {
    const end = state.at;
    skip(state, false);
    if (match(state, STEP) !== undefined) {
      if (!isStepped) failHere(state);
      state.at += 2;
      isAssignable = isStepped = false;
      continue;
    }
    const operator = !commas && peek(state) === "," ? undefined : takeBinaryOperator(state);
    if (operator === undefined) {
      state.at = end;
      return isAssignable;
    }
    isList &&= operator === ",";
    if (skip(state, true) === "," && !isList) failHere(state);
    isStepped = parseOperand(state);
    isAssignable &&= isStepped && isList;
  }
}

function takeBinaryOperator(state: PsReader): string | undefined {
  const named = take(state, BINARY);
  if (named !== undefined) return named;
  const letter = peek(state);
  const next = peek(state, 1);
  if (letter === "." && next === ".") {
    state.at += 2;
    return "..";
  }
  if (letter === "" || !",+-*/%".includes(letter) || (letter !== "," && next === "=") || (letter === "*" && next === ">")) return undefined;
  if (letter === "-" && /[A-Za-z_]/.test(next))
    fail(state, `there is no operator '${/^-\w+/.exec(state.text.slice(state.at))?.[0] ?? "-"}'`);
  state.at++;
  return letter;
}

function parseOperand(state: PsReader): boolean {
  const letter = peek(state);
  if (letter === "!" || letter === "," || match(state, UNARY) !== undefined) {
    if (take(state, UNARY) === undefined) state.at++;
    skip(state, true);
    deeper(state, () => void parseOperand(state));
    return false;
  }
  if (letter === "+" || letter === "-") {
    const isStep = peek(state, 1) === letter;
    state.at += isStep ? 2 : 1;
    skip(state, true);
    if (peek(state) === ",") failHere(state);
    deeper(state, () => {
      if (!parseOperand(state) && isStep) fail(state, `'${letter}${letter}' needs a variable`);
    });
    return false;
  }
  if (letter === "[") return parseTyped(state);
  const isAssignable = parsePrimary(state);
  return parsePostfix(state) ?? isAssignable;
}

/** `[int] $x`, `[int]`, `[int]::MaxValue`. */
function parseTyped(state: PsReader): boolean {
  const isAttribute = match(state, ATTRIBUTE) !== undefined;
  const isVoid = match(state, /\[\s*(?:void|ordered)\s*\]/iy);
  parseType(state);
  // An attribute, and 'ordered', belong to what stands behind them.
  if (isAttribute && match(state, /[ \t]*(?:\[[^\]\r\n]*\][ \t]*)*\$\w+[ \t]*=/y) === undefined) failHere(state);
  if (isVoid?.toLowerCase().includes("ordered") === true && match(state, /[ \t]*@\{/y) === undefined) failHere(state);
  if (peek(state) === ":" && peek(state, 1) === ":") return parsePostfix(state) ?? false;
  if (peek(state) === "." && /[A-Za-z_]/.test(peek(state, 1))) return parsePostfix(state) ?? false;
  const end = state.at;
  skip(state, false);
  const next = peek(state);
  const isCast =
    next !== "" &&
    ("$@({['\"!".includes(next) || /\d/.test(next) || match(state, UNARY) !== undefined || (next === "-" && /[\d$(]/.test(peek(state, 1))));
  if (!isCast) {
    state.at = end;
    return false;
  }
  let isAssignable = false;
  deeper(state, () => {
    isAssignable = parseOperand(state);
  });
  return isVoid === undefined && isAssignable;
}

/** An attribute, as far as it differs from a type: its arguments. */
export const ATTRIBUTE = /\[\s*[\w.]+\s*\(/y;

/** The name of a type in brackets, or an attribute with its arguments. */
export function parseType(state: PsReader): void {
  const open = state.at;
  expect(state, "[");
  skip(state, true);
  if (take(state, TYPE_NAME) === undefined) failHere(state);
  skip(state, false);
  if (peek(state) === "(") {
    parseCallArguments(state, true);
    skip(state, true);
  } else {
    deeper(state, () => {
      for (; peek(state) === "["; skip(state, false)) parseTypeArguments(state);
    });
    // The name of an assembly.
    if (peek(state) === ",") take(state, /, ?[A-Za-z][\w.]*(?:, ?\w+=[\w.]+)*/y);
  }
  if (state.at >= state.text.length) fail(state, "'[' is never closed", open);
  expect(state, "]");
}

function parseTypeArguments(state: PsReader): void {
  state.at++;
  if (take(state, /[ ,*]*\]/y) !== undefined) return;
  deeper(state, () => {
    for (;;) {
      skip(state, true);
      if (peek(state) === "[") parseType(state);
      else if (take(state, TYPE_NAME) === undefined) failHere(state);
      else for (; peek(state) === "[";) parseTypeArguments(state);
      skip(state, true);
      if (peek(state) !== ",") break;
      state.at++;
    }
  });
  expect(state, "]");
}

/** What stands by itself; true for a variable. */
export function parsePrimary(state: PsReader): boolean {
  switch (peek(state)) {
    case "'":
    case '"':
      parseString(state);
      return false;
    case "$":
      if (peek(state, 1) === "(") {
        parseSubExpression(state, 1);
        return false;
      }
      parseVariable(state);
      return true;
    case "(":
      parseInParentheses(state);
      return false;
    case "{":
      parseScriptBlock(state);
      return false;
    case "@":
      parseAt(state);
      return false;
    default:
      if (take(state, NUMBER) === undefined) failHere(state);
      return false;
  }
}

function parseAt(state: PsReader): void {
  switch (peek(state, 1)) {
    case "(":
      parseSubExpression(state, 1);
      return;
    case "{":
      parseHashtable(state);
      return;
    case "'":
    case '"':
      parseHereString(state);
      return;
    default:
      return failHere(state);
  }
}

/** `$(…)`, `@(…)`; `ahead`: where its parenthesis stands. */
export function parseSubExpression(state: PsReader, ahead: number): void {
  const open = state.at;
  state.at += ahead + 1;
  deeper(state, () => parseStatements(state, ")", open));
  state.at++;
}

function parseHashtable(state: PsReader): void {
  const open = state.at;
  state.at += 2;
  deeper(state, () => {
    if (skip(state, true) === ";") failHere(state);
    for (; peek(state) !== "}"; skipSeparators(state)) {
      if (state.at >= state.text.length) fail(state, "'@{' is never closed", open);
      if (/^(?:[$('"\d]|-\d)/.test(state.text.slice(state.at, state.at + 2))) parseOperand(state);
      else if (take(state, NAME) === undefined) failHere(state);
      skip(state, false);
      expect(state, "=");
      skip(state, true);
      if (isAtEndOfStatement(state)) failHere(state);
      parseStatement(state);
      skip(state, false);
      if (!isAtEndOfStatement(state) || peek(state) === ")") failHere(state);
    }
  });
  state.at++;
}

/** Members, indexes and calls behind a value; whether something can be assigned to the last, undefined where nothing follows. */
export function parsePostfix(state: PsReader): boolean | undefined {
  let isAssignable: boolean | undefined;
  for (;;) {
    const letter = peek(state);
    const next = peek(state, 1);
    if ((letter === "." && next !== "." && !/[\s\d]/.test(next)) || (letter === ":" && next === ":")) {
      state.at += letter === "." ? 1 : 2;
      skip(state, true);
      isAssignable = parseMember(state);
    } else if (letter === "[") {
      const open = state.at++;
      deeper(state, () => {
        skip(state, true);
        parseExpression(state);
        skip(state, true);
      });
      if (state.at >= state.text.length) fail(state, "'[' is never closed", open);
      expect(state, "]");
      isAssignable = true;
    } else return isAssignable;
  }
}

function parseMember(state: PsReader): boolean {
  const letter = peek(state);
  if (letter === "$" || letter === "(" || QUOTES.includes(letter)) parsePrimary(state);
  else if (take(state, NAME) === undefined) failHere(state);
  if (peek(state) === "(") {
    parseCallArguments(state, false);
    // A property with parameters, as objects of COM have them: `$policy.FirewallEnabled(1) = $true`.
    return true;
  }
  if (peek(state) === "{") {
    parseScriptBlock(state);
    return false;
  }
  return true;
}

function parseCallArguments(state: PsReader, areNamed: boolean): void {
  const open = state.at;
  const parseValue = areNamed ? parseConstant : parseOperandChain;
  expect(state, "(");
  deeper(state, () => {
    skip(state, true);
    while (peek(state) !== ")") {
      if (state.at >= state.text.length) fail(state, "'(' is never closed", open);
      const name = areNamed ? take(state, /[A-Za-z_]\w*(?=[ \t]*[=,)])/y) : undefined;
      skip(state, true);
      if (name !== undefined && peek(state) === "=") {
        state.at++;
        skip(state, true);
        parseValue(state);
      } else if (name === undefined) parseValue(state);
      skip(state, true);
      if (peek(state) === ")") break;
      expect(state, ",");
      skip(state, true);
      if (peek(state) === ")") failHere(state);
    }
  });
  expect(state, ")");
}

/** An argument of an attribute. */
function parseConstant(state: PsReader): void {
  const start = state.at;
  if (peek(state) === "{") parseScriptBlock(state);
  else {
    parseOperandChain(state);
    if (!CONSTANT.test(state.text.slice(start, state.at)))
      fail(state, "an argument of an attribute is a constant or a script block", start);
  }
}

/** An expression whose commas belong to what stands around it. */
export function parseOperandChain(state: PsReader): void {
  if (peek(state) === ",") failHere(state);
  parseExpression(state, false);
}
