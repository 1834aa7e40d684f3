import type { BlockNode, Expression, GroupNode, HashNode, Statement } from "./ast.ts";
import { DOUBLE, SINGLE, deeper, expect, fail, match, parseCommas, peek, skip, skipSeparators, take } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { isHereString, parseHereString, parseString, tryVariable } from "./strings.ts";
import { parseBlockContent, parseStatement, parseStatements } from "./statements.ts";

const NAMED =
  /[-\u2013-\u2015](?:[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin|replace|split|join)|is|isnot|as|and|or|xor|band|bor|bxor|shl|shr|f)(?![\w-])/iy;
const UNARY = /[-\u2013-\u2015](?:not|bnot|[ci]?join|[ci]?split)(?![\w-])/iy;
const NUMBER = /(?:0x[0-9a-f]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:e[+-]?\d+)?)[ldnyus]{0,2}(?:[kmgtp]b)?(?![A-Za-z_])/iy;
const TYPE = /\[\s*([A-Za-z_][\w.+`]*(?:\s*\[(?:[^[\]\r\n]|\[(?:[^[\]\r\n]|\[\])*\])*\])*)\s*(?:,[^[\]\r\n]*)?\]/y;
const ATTRIBUTE = /\[\s*[A-Za-z_][\w.]*\s*\(/y;
const UNITS: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

/** The binding of operators, loosest first (about_Operator_Precedence). */
const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(["and", "or", "xor"]),
  new Set(["band", "bor", "bxor"]),
  new Set("eq ne gt ge lt le like notlike match notmatch contains notcontains in notin replace split join is isnot as shl shr".split(" ")),
  new Set(["+", "-"]),
  new Set(["*", "/", "%"]),
  new Set(["f"]),
  new Set([".."]),
];

/** An expression; `commas` says whether a list may stand there without brackets. */
export function parseExpression(reader: Reader, commas = true): Expression {
  return deeper(reader, () => parseTernary(reader, commas));
}

/** `a ? b : c` and `a ?? b` are of PowerShell 7: read, and told. */
function parseTernary(reader: Reader, commas: boolean): Expression {
  const left = parseLevel(reader, 0, commas);
  const end = reader.at;
  skip(reader, false);
  if (peek(reader) !== "?" || /[.[]/.test(peek(reader, 1))) {
    reader.at = end;
    return left;
  }
  const at = reader.at;
  if (peek(reader, 1) === "?" && peek(reader, 2) !== "=") {
    reader.at += 2;
    reader.newer.push({ what: "the operator '??'", start: at, end: reader.at });
    skip(reader, true);
    const right = parseExpression(reader, commas);
    return { kind: "binary", operator: "??", left, right, start: left.start, end: right.end };
  }
  if (peek(reader, 1) === "?") {
    reader.at = end;
    return left;
  }
  reader.at++;
  skip(reader, true);
  const yes = parseExpression(reader, false);
  skip(reader, true);
  if (peek(reader) !== ":") {
    reader.at = end;
    return left;
  }
  reader.at++;
  reader.newer.push({ what: "the operator '? :'", start: at, end: reader.at });
  skip(reader, true);
  const no = parseExpression(reader, false);
  const both: Expression = { kind: "list", items: [yes, no], start: yes.start, end: no.end };
  return { kind: "binary", operator: "?:", left, right: both, start: left.start, end: no.end };
}

function parseLevel(reader: Reader, level: number, commas: boolean): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseList(reader, commas);
  let left = parseLevel(reader, level + 1, commas);
  for (;;) {
    const end = reader.at;
    skip(reader, false);
    const written = findOperator(reader);
    const operator = written
      ?.replace(/^[-\u2013-\u2015]/, "")
      .toLowerCase()
      .replace(/^[ci](?=eq|ne|g[te]|l[te]|like|not|match|contains|in|replace|split|join)/, "");
    const isHere = written !== undefined && operator !== undefined && operators.has(operator === "" ? "-" : operator);
    if (!isHere) {
      reader.at = end;
      return left;
    }
    reader.at += written.length;
    skip(reader, true);
    const right = parseLevel(reader, level + 1, commas);
    left = { kind: "binary", operator: operator === "" ? "-" : operator, left, right, start: left.start, end: right.end };
  }
}

function findOperator(reader: Reader): string | undefined {
  const named = match(reader, NAMED);
  if (named !== undefined) return named;
  const two = peek(reader) + peek(reader, 1);
  if (two === "..") return two;
  const sign = peek(reader);
  if (sign === "" || !"+-*/%".includes(sign) || peek(reader, 1) === "=" || two === "*>") return undefined;
  if (sign === "-" && /[A-Za-z]/.test(peek(reader, 1))) return undefined;
  return sign;
}

function parseList(reader: Reader, commas: boolean): Expression {
  return commas ? parseCommas(reader, parseOperand) : parseOperand(reader);
}

function parseOperand(reader: Reader): Expression {
  const start = reader.at;
  const unary = match(reader, UNARY) ?? (/[!,+-]/.test(peek(reader)) ? (match(reader, /\+\+|--|[!,+-]/y) ?? "") : undefined);
  if (unary !== undefined && unary !== "") {
    reader.at += unary.length;
    skip(reader, true);
    const value = deeper(reader, () => parseOperand(reader));
    if (unary === ",") return { kind: "list", items: [value], start, end: value.end };
    if (unary === "-" && value.kind === "number") return { kind: "number", value: -value.value, start, end: value.end };
    const operator = unary === "!" ? "not" : unary.replace(/^[-\u2013-\u2015](?=\w)/, "").toLowerCase();
    return { kind: "unary", operator, value, start, end: value.end };
  }
  if (peek(reader) === "[") return parseTyped(reader);
  return parsePostfix(reader, parsePrimary(reader));
}

/** `[int] $x`, `[int]`, `[int]::MaxValue`; an attribute before a variable is passed over. */
function parseTyped(reader: Reader): Expression {
  const start = reader.at;
  if (match(reader, ATTRIBUTE) !== undefined) {
    skipAttribute(reader);
    skip(reader, true);
    return deeper(reader, () => parseOperand(reader));
  }
  TYPE.lastIndex = start;
  const found = TYPE.exec(reader.text);
  if (!found) fail(reader, "the name of a type is expected here");
  reader.at += found[0].length;
  const name = (found[1] ?? "")
    .replace(/\s/g, "")
    .replace(/^system\./i, "")
    .toLowerCase();
  if ((peek(reader) === ":" && peek(reader, 1) === ":") || (peek(reader) === "." && /[A-Za-z]/.test(peek(reader, 1))))
    return parsePostfix(reader, { kind: "type", name, value: undefined, start, end: reader.at });
  const end = reader.at;
  skip(reader, false);
  const next = peek(reader);
  const isCast =
    next !== "" &&
    ("$@({['\"!".includes(next) ||
      SINGLE.includes(next) ||
      DOUBLE.includes(next) ||
      /\d/.test(next) ||
      match(reader, UNARY) !== undefined ||
      (next === "-" && /[\d$(]/.test(peek(reader, 1))));
  if (!isCast) {
    reader.at = end;
    return { kind: "type", name, value: undefined, start, end };
  }
  const value = deeper(reader, () => parseOperand(reader));
  return { kind: "type", name, value, start, end: value.end };
}

/** Passes over `[Name(…)]`: what stands in it changes nothing that a script does. */
export function skipAttribute(reader: Reader): void {
  const open = reader.at;
  expect(reader, "[");
  let depth = 1;
  while (depth > 0) {
    const letter = skip(reader, true);
    if (letter === "") fail(reader, "'[' is never closed", open);
    if (SINGLE.includes(letter) || DOUBLE.includes(letter)) parseString(reader);
    else if (letter === "{") parseScriptBlock(reader);
    else {
      if (letter === "[") depth++;
      if (letter === "]") depth--;
      reader.at++;
    }
  }
}

export function parsePrimary(reader: Reader): Expression {
  const start = reader.at;
  const letter = peek(reader);
  if (letter !== "" && (SINGLE.includes(letter) || DOUBLE.includes(letter))) return parseString(reader);
  if (letter === "(") return parseGroup(reader, "(");
  if (letter === "{") return parseScriptBlock(reader);
  if (letter === "$" && peek(reader, 1) === "(") return parseGroup(reader, "$(");
  if (letter === "$") {
    const variable = tryVariable(reader);
    if (variable) return variable;
    fail(reader, "'$' begins no variable here");
  }
  if (letter === "@") {
    if (peek(reader, 1) === "(") return parseGroup(reader, "@(");
    if (peek(reader, 1) === "{") return parseHash(reader);
    if (isHereString(reader)) return parseHereString(reader);
  }
  const number = take(reader, NUMBER);
  if (number === undefined) fail(reader, letter === "" ? "the script ends where a value is expected" : "a value is expected here");
  return { kind: "number", value: readNumber(number), start, end: reader.at };
}

function readNumber(written: string): number {
  const unit = /[kmgtp]b$/i.exec(written)?.[0].toLowerCase();
  const isHex = /^0x/i.test(written);
  const digits = (unit === undefined ? written : written.slice(0, -2)).replace(isHex ? /[lnyus]+$/i : /[ldnyus]+$/i, "");
  const value = Number(digits);
  // PowerShell reads a hexadecimal number of 32 bits with its sign.
  return (isHex && /^0x[89a-f][\da-f]{7}$/i.test(digits) ? value - 2 ** 32 : value) * (unit === undefined ? 1 : (UNITS[unit] ?? 1));
}

/** `(…)`, `$(…)`, `@(…)`. */
export function parseGroup(reader: Reader, sort: "(" | "$(" | "@("): GroupNode {
  const start = reader.at;
  reader.at += sort.length;
  const body: Statement[] = deeper(reader, () => parseStatements(reader, ")", start));
  expect(reader, ")", start);
  return { kind: "group", sort, body, start, end: reader.at };
}

export function parseScriptBlock(reader: Reader): BlockNode {
  const start = reader.at;
  expect(reader, "{");
  const { params, body } = deeper(reader, () => parseBlockContent(reader, "}", start));
  expect(reader, "}", start);
  return { kind: "block", params, body, start, end: reader.at };
}

function parseHash(reader: Reader): HashNode {
  const start = reader.at;
  reader.at += 2;
  const entries: { key: Expression; value: Statement }[] = [];
  deeper(reader, () => {
    while (skipSeparators(reader) !== "}") {
      if (reader.at >= reader.text.length) fail(reader, "'@{' is never closed", start);
      const from = reader.at;
      const word = match(reader, /[A-Za-z_][\w-]*/y);
      let key: Expression;
      if (word === undefined) key = parseOperand(reader);
      else {
        reader.at += word.length;
        key = { kind: "text", parts: [word], bare: true, start: from, end: reader.at };
      }
      skip(reader, true);
      expect(reader, "=");
      skip(reader, true);
      entries.push({ key, value: parseStatement(reader) });
    }
  });
  reader.at++;
  return { kind: "hash", entries, start, end: reader.at };
}

/** `.name`, `::name`, `[index]`, calls, `++`. */
export function parsePostfix(reader: Reader, operand: Expression): Expression {
  let target = operand;
  for (;;) {
    const letter = peek(reader);
    const next = peek(reader, 1);
    const end = reader.at;
    if (letter === "?" && (next === "." || next === "[") && target.kind !== "number") {
      reader.newer.push({ what: `the operator '?${next}'`, start: end, end: end + 2 });
      reader.at++;
      continue;
    }
    // A member may stand on the next line behind its dot, or its dot on the next line in PowerShell 7.
    if ((letter === "." && next !== ".") || (letter === ":" && next === ":")) {
      if (letter === "." && target.kind === "number") return target;
      const isStatic = letter === ":";
      reader.at += isStatic ? 2 : 1;
      skip(reader, true);
      const from = reader.at;
      const word = take(reader, /[A-Za-z_]\w*/y);
      const name: Expression =
        word === undefined ? parsePrimary(reader) : { kind: "text", parts: [word], bare: true, start: from, end: reader.at };
      const args = peek(reader) === "(" ? parseArguments(reader) : undefined;
      target = { kind: "member", target, name, isStatic, args, start: target.start, end: reader.at };
    } else if (letter === "[") {
      reader.at++;
      skip(reader, true);
      const index = parseExpression(reader);
      skip(reader, true);
      expect(reader, "]", end);
      target = { kind: "index", target, index, start: target.start, end: reader.at };
    } else if ((letter === "+" || letter === "-") && next === letter && (target.kind === "variable" || target.kind === "member")) {
      reader.at += 2;
      return { kind: "unary", operator: letter + letter, value: target, start: target.start, end: reader.at };
    } else return target;
  }
}

function parseArguments(reader: Reader): Expression[] {
  const open = reader.at++;
  const args: Expression[] = [];
  deeper(reader, () => {
    for (;;) {
      if (skip(reader, true) === ")") break;
      args.push(parseExpression(reader, false));
      skip(reader, true);
      if (peek(reader) !== ",") break;
      reader.at++;
    }
  });
  expect(reader, ")", open);
  return args;
}
