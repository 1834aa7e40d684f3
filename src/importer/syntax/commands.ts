import type { Argument, CommandNode, Expression, PipelineNode, TextNode } from "./ast.ts";
import { DOUBLE, SINGLE, fail, isEndOfLine, match, parseCommas, peek, skip, take } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { parseExpression, parseGroup, parsePostfix, parsePrimary } from "./expressions.ts";
import { takeEscape, tryVariable } from "./strings.ts";

const REDIRECTION = /(?:[1-6*]?>>?(?:&[12])?|<)(?=[^=]|$)/y;
const PARAMETER = /[-\u2013\u2014\u2015](\??[A-Za-z_][\w-]*):?/y;
const ENDS = " \t\f\v\u00a0\r\n;|&(){},";

/** Commands and expressions with `|` between them. */
export function parsePipeline(reader: Reader): PipelineNode {
  const start = reader.at;
  const elements: (CommandNode | Expression)[] = [parseElement(reader)];
  for (;;) {
    const end = reader.at;
    skip(reader, false);
    if (peek(reader) === "|" && peek(reader, 1) !== "|") {
      reader.at++;
      skip(reader, true);
      elements.push(parseElement(reader));
      continue;
    }
    const chain = match(reader, /&&|\|\|/y);
    if (chain !== undefined) {
      reader.newer.push({ what: `the operator '${chain}'`, start: reader.at, end: reader.at + 2 });
      reader.at += 2;
      skip(reader, true);
      // Each is of its own; that one depends on the other is told by the newer syntax.
      elements.push(...parsePipeline(reader).elements);
      continue;
    }
    // A pipe may begin the next line in PowerShell 7 only.
    reader.at = end;
    if (isEndOfLine({ ...reader, at: afterBlanks(reader) })) {
      skip(reader, true);
      if (peek(reader) === "|" && peek(reader, 1) !== "|") {
        reader.newer.push({ what: "a line that begins with '|'", start: reader.at, end: reader.at + 1 });
        continue;
      }
    }
    reader.at = end;
    if (peek(reader) === " " && match(reader, / +&(?=\s*(?:[;\r\n)}]|$))/y) !== undefined) take(reader, / +&/y);
    return { kind: "pipeline", elements, start, end };
  }
}

function afterBlanks(reader: Reader): number {
  const end = reader.at;
  skip(reader, false);
  const at = reader.at;
  reader.at = end;
  return at;
}

function parseElement(reader: Reader): CommandNode | Expression {
  const letter = peek(reader);
  if (letter === "&" || (letter === "." && /[\s$"'({\\/]/.test(peek(reader, 1)))) return parseCommand(reader);
  const isExpression =
    letter === "" ||
    "$@({[!+,".includes(letter) ||
    SINGLE.includes(letter) ||
    DOUBLE.includes(letter) ||
    /\d/.test(letter) ||
    (letter === "." && /\d/.test(peek(reader, 1))) ||
    (letter === "-" && match(reader, /-(?:not|bnot|[ci]?join|[ci]?split|[\d$(])/iy) !== undefined) ||
    match(reader, /--\$|-\s*[$\d(]/y) !== undefined;
  // A program's name may begin with a digit: 7z.
  if (
    !isExpression ||
    match(reader, /\d+[A-Za-z_][\w.]*(?=\s|$)/y) === undefined ||
    match(reader, /\d+(?:[kmgtp]b|l|d|e\d+|x[\da-f]+)(?![\w.])/iy) !== undefined ||
    match(reader, /0x/iy) !== undefined
  ) {
    if (isExpression) {
      const expression = parseExpression(reader);
      takeRedirections(reader);
      return expression;
    }
  }
  return parseCommand(reader);
}

function takeRedirections(reader: Reader): string[] {
  const found: string[] = [];
  for (;;) {
    const end = reader.at;
    skip(reader, false);
    const redirection = take(reader, REDIRECTION);
    if (redirection === undefined) {
      reader.at = end;
      return found;
    }
    found.push(redirection);
    if (!redirection.includes("&")) {
      skip(reader, false);
      parseArgument(reader);
    }
  }
}

function parseCommand(reader: Reader): CommandNode {
  const start = reader.at;
  const invoked = peek(reader) === "&" || (peek(reader) === "." && /[\s$"'({]/.test(peek(reader, 1))) ? peek(reader) : undefined;
  if (invoked !== undefined) {
    reader.at++;
    skip(reader, true);
  }
  const name = parseArgument(reader);
  const args: Argument[] = [];
  const redirections: string[] = [];
  for (;;) {
    redirections.push(...takeRedirections(reader));
    const end = reader.at;
    skip(reader, false);
    const at = reader.at;
    if (isEndOfLine(reader) || ";|)}".includes(peek(reader)) || (peek(reader) === "&" && /[&\s]/.test(peek(reader, 1) || " "))) {
      reader.at = end;
      return { kind: "command", name, invoked, args, redirections, start, end };
    }
    if (peek(reader) === ",") {
      reader.at++;
      skip(reader, true);
      continue;
    }
    const stop = take(reader, /--%[^\r\n]*/y);
    if (stop !== undefined) {
      args.push({
        kind: "value",
        value: { kind: "text", parts: [stop.slice(3).trim()], bare: true, start: at, end: reader.at },
        start: at,
        end: reader.at,
      });
      continue;
    }
    PARAMETER.lastIndex = at;
    const parameter = PARAMETER.exec(reader.text);
    if (parameter) {
      reader.at += parameter[0].length;
      const hasValue = parameter[0].endsWith(":") && !isEndOfLine(reader);
      if (hasValue) skip(reader, false);
      const value = hasValue ? parseCommas(reader, parseArgument) : undefined;
      args.push({ kind: "parameter", name: (parameter[1] ?? "").toLowerCase(), value, start: at, end: reader.at });
    } else {
      const value = parseCommas(reader, parseArgument);
      args.push({ kind: "value", value, start: at, end: value.end });
    }
  }
}

/** What stands as one argument: an expression that stands alone, or a bare word, into which variables are put. */
export function parseArgument(reader: Reader): Expression {
  const start = reader.at;
  const letter = peek(reader);
  if (letter === "@" && /[A-Za-z_]/.test(peek(reader, 1))) {
    reader.at++;
    const name = take(reader, /[A-Za-z_]\w*/y) ?? "";
    return { kind: "variable", name: name.toLowerCase(), splatted: true, start, end: reader.at };
  }
  if (
    letter !== "" &&
    ("({".includes(letter) ||
      SINGLE.includes(letter) ||
      DOUBLE.includes(letter) ||
      letter === "@" ||
      (letter === "$" && match(reader, /\$[\w({?^$]/y) !== undefined))
  ) {
    const value = letter === "$" && peek(reader, 1) === "(" ? parseGroup(reader, "$(") : parsePrimary(reader);
    const whole = parsePostfix(reader, value);
    if (reader.at >= reader.text.length || ENDS.includes(peek(reader)) || letter === "(" || letter === "{" || letter === "@") return whole;
    return parseWord(reader, start, [whole]);
  }
  const number = match(reader, /-?(?:0x[\da-f]+|\d+(?:\.\d+)?)(?:[kmgtp]b)?(?=[ \t\r\n;|&(){},]|$)/iy);
  if (number !== undefined) {
    if (number.startsWith("-")) reader.at++;
    const value = parsePrimary(reader);
    return value.kind === "number" ? { ...value, value: number.startsWith("-") ? -value.value : value.value, start } : value;
  }
  return parseWord(reader, start, []);
}

/** A bare word: it goes on until a blank or a sign that ends it; quotes in it are taken away. */
function parseWord(reader: Reader, start: number, begun: readonly Expression[]): TextNode {
  const parts: (string | Expression)[] = begun.flatMap((part) => (part.kind === "text" ? part.parts : [part]));
  const add = (part: string): void => {
    const last = parts.at(-1);
    if (typeof last === "string") parts[parts.length - 1] = last + part;
    else parts.push(part);
  };
  const from = reader.at;
  while (reader.at < reader.text.length) {
    const letter = peek(reader);
    if (letter === "`") add(takeEscape(reader));
    else if (ENDS.includes(letter)) break;
    else if (letter === "$" && peek(reader, 1) === "(") parts.push(parseGroup(reader, "$("));
    else if (SINGLE.includes(letter) || DOUBLE.includes(letter)) {
      const text = parsePrimary(reader);
      for (const part of text.kind === "text" ? text.parts : [])
        if (typeof part === "string") add(part);
        else parts.push(part);
    } else {
      const variable = letter === "$" ? tryVariable(reader) : undefined;
      if (variable) parts.push(variable);
      else {
        add(letter);
        reader.at++;
      }
    }
  }
  if (reader.at === from && begun.length === 0)
    fail(
      reader,
      reader.at >= reader.text.length ? "the script ends where a command is expected" : `'${peek(reader)}' is not expected here`,
    );
  return { kind: "text", parts, bare: true, start, end: reader.at };
}
