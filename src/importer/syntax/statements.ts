import type { Expression, FlowNode, Parameter, Statement } from "./ast.ts";
import { Unreadable, deeper, expect, fail, findWord, isEndOfLine, match, peek, skip, skipSeparators, take, takeWord } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { parseExpression, parseScriptBlock, skipAttribute } from "./expressions.ts";
import { parseArgument, parsePipeline } from "./commands.ts";
import { nameOf, tryVariable } from "./strings.ts";

const ASSIGNMENT = /(?:[-+*/%]|\?\?)?=(?!=)/y;
const NAMED_BLOCK = /^(?:begin|process|end|dynamicparam|clean)$/;

/** What stands between the braces of a script, a function or a block: perhaps `param(…)`, then statements or named blocks. */
export function parseBlockContent(
  reader: Reader,
  end: "}" | undefined,
  open: number,
): { params: readonly Parameter[]; body: readonly Statement[] } {
  skipSeparators(reader);
  const start = reader.at;
  let params: readonly Parameter[] = [];
  while (takeWord(reader, "using")) {
    take(reader, /[^\r\n;]*/y);
    skipSeparators(reader);
  }
  const behind = reader.at;
  try {
    while (peek(reader) === "[") {
      skipAttribute(reader);
      skip(reader, true);
    }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    reader.at = start;
  }
  if (takeWord(reader, "param")) {
    skip(reader, true);
    params = parseParameters(reader);
    skipSeparators(reader);
  } else reader.at = behind;
  if (!NAMED_BLOCK.test(findWord(reader)) || match(reader, /\w+\s*\{/y) === undefined)
    return { params, body: parseStatements(reader, end, open) };
  const body: Statement[] = [];
  while (NAMED_BLOCK.test(findWord(reader))) {
    reader.at += findWord(reader).length;
    skip(reader, true);
    body.push(...parseBlock(reader));
    skipSeparators(reader);
  }
  return { params, body };
}

function parseParameters(reader: Reader): Parameter[] {
  const open = reader.at;
  expect(reader, "(");
  const params: Parameter[] = [];
  deeper(reader, () => {
    while (skip(reader, true) !== ")") {
      if (reader.at >= reader.text.length) fail(reader, "'param(' is never closed", open);
      let type: string | undefined;
      while (peek(reader) === "[") {
        const from = reader.at;
        skipAttribute(reader);
        type = reader.text
          .slice(from + 1, reader.at - 1)
          .trim()
          .toLowerCase();
        skip(reader, true);
      }
      const variable = tryVariable(reader);
      if (!variable) fail(reader, "a parameter is expected here");
      skip(reader, true);
      let value: Expression | undefined;
      if (peek(reader) === "=") {
        reader.at++;
        skip(reader, true);
        value = parseExpression(reader, false);
        skip(reader, true);
      }
      params.push({ name: variable.name, value, type });
      if (peek(reader) !== ",") break;
      reader.at++;
    }
  });
  expect(reader, ")", open);
  return params;
}

/** Statements up to `end`. One that is no PowerShell is told, and the next line read. */
export function parseStatements(reader: Reader, end: "}" | ")" | undefined, open: number): Statement[] {
  const statements: Statement[] = [];
  for (;;) {
    const next = skipSeparators(reader);
    if (reader.at >= reader.text.length) {
      if (end === undefined) return statements;
      fail(reader, `'${end === "}" ? "{" : "("}' is never closed`, open);
    }
    if (next === end) return statements;
    const start = reader.at;
    try {
      if (end === undefined && (next === "}" || next === ")")) {
        reader.at++;
        fail(reader, `'${next}' closes nothing that is open`, start);
      }
      statements.push(parseStatement(reader));
      skip(reader, false);
      if (!isEndOfLine(reader) && !";)}".includes(peek(reader)) && !/\}$/.test(reader.text.slice(start, reader.at).trimEnd()))
        fail(reader, `'${peek(reader)}' is not expected here`);
    } catch (error) {
      if (!(error instanceof Unreadable) || end !== undefined) throw error;
      if (reader.errors.length >= 20) return statements;
      reader.errors.push({ message: error.message, start: error.at, end: Math.min(reader.text.length, error.at + 1) });
      reader.at = Math.max(reader.at, start + 1);
      take(reader, /[^\r\n]*/y);
      statements.push({ kind: "other", word: "", start, end: reader.at });
    }
  }
}

function parseBlock(reader: Reader): Statement[] {
  skip(reader, true);
  const open = reader.at;
  expect(reader, "{");
  const statements = deeper(reader, () => parseStatements(reader, "}", open));
  expect(reader, "}", open);
  return statements;
}

/** One statement. */
export function parseStatement(reader: Reader): Statement {
  const start = reader.at;
  take(reader, /:[A-Za-z_]\w*[ \t]+(?=(?:while|do|for|foreach|switch)\b)/iy);
  const word = findWord(reader);
  const read = STATEMENTS[word];
  if (read === undefined || (word !== "" && match(reader, /[\w-]+(?:[.\\/:]|\s+=)/y) !== undefined && word !== "exit"))
    return parseAssignment(reader, start);
  reader.at += word.length;
  return read(reader, start, word);
}

const STATEMENTS: Readonly<Record<string, (reader: Reader, start: number, word: string) => Statement>> = {
  if: parseIf,
  while: parseWhile,
  do: parseDo,
  for: parseFor,
  foreach: parseForeach,
  switch: parseSwitch,
  try: parseTry,
  function: parseFunction,
  filter: parseFunction,
  workflow: parseFunction,
  configuration: parseFunction,
  exit: parseFlow,
  return: parseFlow,
  throw: parseFlow,
  break: parseFlow,
  continue: parseFlow,
  trap: parseOther,
  class: parseOther,
  enum: parseOther,
  data: parseOther,
};

function parseAssignment(reader: Reader, start: number): Statement {
  const pipeline = parsePipeline(reader);
  const [target] = pipeline.elements;
  if (pipeline.elements.length !== 1 || target === undefined || target.kind === "command") return pipeline;
  const end = reader.at;
  skip(reader, false);
  const operator = take(reader, ASSIGNMENT);
  if (operator === undefined) {
    reader.at = end;
    return pipeline;
  }
  if (operator === "??=") reader.newer.push({ what: "the operator '??='", start: reader.at - 3, end: reader.at });
  skip(reader, true);
  const value = deeper(reader, () => parseStatement(reader));
  return { kind: "assign", target, operator, value, start, end: reader.at };
}

function parseCondition(reader: Reader): Statement {
  skip(reader, true);
  const open = reader.at;
  expect(reader, "(");
  skip(reader, true);
  const condition = deeper(reader, () => parseStatement(reader));
  skip(reader, true);
  expect(reader, ")", open);
  return condition;
}

function parseIf(reader: Reader, start: number): Statement {
  const clauses = [{ condition: parseCondition(reader), body: parseBlock(reader) }];
  let otherwise: Statement[] | undefined;
  for (;;) {
    const end = reader.at;
    skip(reader, true);
    if (takeWord(reader, "elseif")) clauses.push({ condition: parseCondition(reader), body: parseBlock(reader) });
    else if (takeWord(reader, "else")) {
      otherwise = parseBlock(reader);
      break;
    } else {
      reader.at = end;
      break;
    }
  }
  return { kind: "if", clauses, otherwise, start, end: reader.at };
}

function parseWhile(reader: Reader, start: number, word: string): Statement {
  const condition = parseCondition(reader);
  return { kind: "loop", word, parts: [condition], body: parseBlock(reader), start, end: reader.at };
}

function parseDo(reader: Reader, start: number): Statement {
  const body = parseBlock(reader);
  skip(reader, true);
  const word = findWord(reader);
  if (word !== "while" && word !== "until") fail(reader, "'do' needs 'while (…)' or 'until (…)' behind its block");
  reader.at += word.length;
  return { kind: "loop", word: `do ${word}`, parts: [parseCondition(reader)], body, start, end: reader.at };
}

function parseFor(reader: Reader, start: number, word: string): Statement {
  skip(reader, true);
  const open = reader.at;
  expect(reader, "(");
  const parts: Statement[] = [];
  for (;;) {
    const next = skipSeparators(reader);
    if (next === ")" || reader.at >= reader.text.length) break;
    parts.push(parseStatement(reader));
  }
  expect(reader, ")", open);
  return { kind: "loop", word, parts, body: parseBlock(reader), start, end: reader.at };
}

function parseForeach(reader: Reader, start: number): Statement {
  take(reader, /\s+-parallel\b/iy);
  skip(reader, true);
  const open = reader.at;
  expect(reader, "(");
  skip(reader, true);
  const variable = tryVariable(reader);
  if (!variable) fail(reader, "'foreach' needs a variable");
  skip(reader, true);
  if (!takeWord(reader, "in")) fail(reader, "'in' is expected here");
  skip(reader, true);
  const list = deeper(reader, () => parseStatement(reader));
  skip(reader, true);
  expect(reader, ")", open);
  return { kind: "foreach", variable: variable.name, list, body: parseBlock(reader), start, end: reader.at };
}

function parseSwitch(reader: Reader, start: number): Statement {
  const flags: string[] = [];
  for (;;) {
    skip(reader, true);
    const flag = take(reader, /-[A-Za-z]+/y);
    if (flag === undefined) break;
    flags.push(flag.slice(1).toLowerCase());
  }
  const file = flags.includes("file") ? parseArgument(reader) : undefined;
  const value: Statement =
    file === undefined ? parseCondition(reader) : { kind: "pipeline", elements: [file], start: file.start, end: file.end };
  skip(reader, true);
  const open = reader.at;
  expect(reader, "{");
  const cases: { pattern: Expression | undefined; body: Statement[] }[] = [];
  deeper(reader, () => {
    while (skipSeparators(reader) !== "}") {
      if (reader.at >= reader.text.length) fail(reader, "'{' is never closed", open);
      const pattern = takeWord(reader, "default") ? undefined : parseArgument(reader);
      cases.push({ pattern, body: parseBlock(reader) });
    }
  });
  reader.at++;
  return { kind: "switch", flags, value, cases, start, end: reader.at };
}

function parseTry(reader: Reader, start: number): Statement {
  const body = parseBlock(reader);
  const catches: { start: number; end: number; types: string[]; body: Statement[] }[] = [];
  let last: Statement[] = [];
  let isComplete = false;
  for (;;) {
    const end = reader.at;
    skip(reader, true);
    const from = reader.at;
    if (takeWord(reader, "catch")) {
      const types: string[] = [];
      while (/[[,]/.test(skip(reader, true))) {
        if (peek(reader) === ",") reader.at++;
        else {
          const open = reader.at;
          skipAttribute(reader);
          types.push(
            reader.text
              .slice(open + 1, reader.at - 1)
              .trim()
              .toLowerCase(),
          );
        }
      }
      catches.push({ types, body: parseBlock(reader), start: from, end: reader.at });
    } else if (takeWord(reader, "finally")) {
      last = parseBlock(reader);
      isComplete = true;
    } else {
      reader.at = end;
      break;
    }
  }
  if (!isComplete && catches.length === 0) fail(reader, "'try' needs 'catch' or 'finally' behind its block");
  return { kind: "try", body, catches, last, start, end: reader.at };
}

function parseFunction(reader: Reader, start: number): Statement {
  skip(reader, true);
  const name = take(reader, /[^\s({]+/y);
  if (name === undefined) fail(reader, "a function needs a name");
  skip(reader, true);
  const params = peek(reader) === "(" ? parseParameters(reader) : [];
  skip(reader, true);
  const block = parseScriptBlock(reader);
  return {
    kind: "function",
    name: nameOf(name),
    params: params.length > 0 ? params : block.params,
    body: block.body,
    start,
    end: reader.at,
  };
}

function parseFlow(reader: Reader, start: number, word: string): Statement {
  const end = reader.at;
  skip(reader, false);
  const hasValue = !isEndOfLine(reader) && !";)}|".includes(peek(reader));
  let value: Statement | undefined;
  if (hasValue && (word === "break" || word === "continue")) parseArgument(reader);
  else if (hasValue) value = parseStatement(reader);
  else reader.at = end;
  return { kind: "flow", word: word as FlowNode["word"], value, start, end: reader.at };
}

/** What is passed over as a whole, up to the end of its block. */
function parseOther(reader: Reader, start: number, word: string): Statement {
  take(reader, /[^{\r\n]*/y);
  skip(reader, true);
  const open = reader.at;
  expect(reader, "{");
  for (let depth = 1; depth > 0;) {
    const letter = skip(reader, true);
    if (letter === "") fail(reader, "'{' is never closed", open);
    if (letter === "'" || letter === '"') parseExpression(reader, false);
    else {
      if (letter === "{") depth++;
      if (letter === "}") depth--;
      reader.at++;
    }
  }
  return { kind: "other", word, start, end: reader.at };
}
