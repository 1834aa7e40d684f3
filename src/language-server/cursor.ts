import { isFirstOnLine, lex } from "../../grammar/lexer.ts";
import type { SourceFile } from "../source/source-file.ts";
import { findBlock } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { TokenList } from "./tokens.ts";

/** A run of tokens, both ends included, of a reference: `service("x")`. */
export interface Reference {
  readonly first: number;
  readonly last: number;
}

/** What would stand at a place of a text, as far as the tokens before it tell: they do so in a broken file, too. */
export type Wanted =
  | { readonly kind: "declaration" }
  /** In a block, where a statement, an entry, a member of the remedy or the like begins. */
  | { readonly kind: "item"; readonly block: Block }
  /** Behind `ensure`, `with`, a verb. */
  | { readonly kind: "resource"; readonly use: "ensure" | "with" | "any" }
  | { readonly kind: "part" }
  | { readonly kind: "remedy" }
  | { readonly kind: "type" }
  /** Behind `requires … as`. */
  | { readonly kind: "channel-type" }
  | { readonly kind: "property-to-accept" }
  /** Behind `expect`, and behind the run that it names. */
  | { readonly kind: "expectation" }
  | { readonly kind: "outcome"; readonly run: string }
  /** Behind `on`. */
  | { readonly kind: "failure" }
  /** A name or a value of a call. */
  | { readonly kind: "argument"; readonly callee: Reference; readonly position: number }
  | { readonly kind: "argument-value"; readonly callee: Reference; readonly name: string }
  | { readonly kind: "member"; readonly object: Reference }
  /** The value of an entry, or one of its list. */
  | { readonly kind: "entry-value"; readonly block: Block; readonly name: string }
  /** What is compared with what stands before the comparison. */
  | { readonly kind: "compared"; readonly left: Reference }
  | { readonly kind: "expression" }
  /** Behind a reference of an `ensure`. */
  | { readonly kind: "presence"; readonly resource: Reference }
  | { readonly kind: "import" }
  | { readonly kind: "nothing" };

/** A place in a text, the word that is being written there, and what would fit. */
export interface Cursor {
  readonly list: TokenList;
  readonly offset: number;
  /** The word, or the inside of the text in quotes, that begins before the place: what is chosen replaces it. */
  readonly start: number;
  readonly end: number;
  /** Inside quotes; `raw`: those in which nothing is escaped. */
  readonly quotes: "text" | "raw" | undefined;
  readonly wanted: Wanted;
}

/** Finds out what would stand at an offset. */
export function findCursor(source: SourceFile, offset: number): Cursor {
  const { tokens, comments } = lex(source);
  const list = new TokenList(tokens);
  const none: Cursor = { list, offset, start: offset, end: offset, quotes: undefined, wanted: { kind: "nothing" } };
  for (const comment of comments) {
    const end = comment.startOffset + comment.image.length;
    const isOpen = !comment.image.startsWith("/*") || !comment.image.endsWith("*/");
    if (comment.startOffset < offset && (offset < end || (isOpen && offset === end))) return none;
  }
  const at = list.findBefore(offset);
  const quoted = findQuoted(list, at, offset);
  if (quoted) {
    const { first, start, end, quotes } = quoted;
    return { list, offset, start, end, quotes, wanted: findWanted(source, list, first - 1, true) };
  }
  // A word that is being written, or behind which the cursor stands.
  const isWord = at >= 0 && (list.isName(at) || /^[A-Za-z_]/.test(list.imageOf(at))) && offset <= list.endOf(at);
  const before = isWord ? at - 1 : at;
  if (!isWord && at >= 0 && offset < list.endOf(at)) return none;
  const start = isWord ? list.startOf(at) : offset;
  const end = isWord ? list.endOf(at) : offset;
  return {
    list,
    offset,
    start,
    end,
    quotes: undefined,
    wanted: findWanted(source, list, before, false, isFirstOnLine(source.text, start)),
  };
}

/** The quoted text that an offset lies in: its first token, and what of it is within the quotes. */
function findQuoted(
  list: TokenList,
  at: number,
  offset: number,
): { readonly first: number; readonly start: number; readonly end: number; readonly quotes: "text" | "raw" } | undefined {
  const start = list.startOf(at);
  const end = list.endOf(at);
  const inside = offset < end;
  switch (list.typeOf(at)) {
    case "Text":
      return inside ? { first: at, start: start + 1, end: end - 1, quotes: "text" } : undefined;
    case "Raw":
      return inside ? { first: at, start: start + 1, end: end - 1, quotes: "raw" } : undefined;
    case "UnterminatedRaw":
      return { first: at, start: start + 1, end, quotes: "raw" };
    case "TextStart":
      return { first: at, start: end, end, quotes: "text" };
    case "TextChunk":
      return list.typeOf(at - 1) === "TextStart" ? { first: at - 1, start, end, quotes: "text" } : undefined;
    default:
      return undefined;
  }
}

/** Words behind which a value or a condition begins. */
const BEFORE_EXPRESSION: ReadonlySet<string> = new Set([
  ..."RequireKeyword RequiresKeyword WhenKeyword AndKeyword OrKeyword NotKeyword InKeyword EveryKeyword".split(" "),
  ..."Equals DoubleQuestion Plus Minus Slash InterpolationStart".split(" "),
]);

const COMPARISONS: ReadonlySet<string> = new Set([
  "EqualEqual",
  "NotEqual",
  "LessEqual",
  "GreaterEqual",
  "Less",
  "Greater",
  "MatchesKeyword",
]);

function findWanted(source: SourceFile, list: TokenList, before: number, quoted: boolean, isFirst = false): Wanted {
  const type = list.typeOf(before);
  const open = list.listOpen(before);
  const bracket = open.at(-1);
  if (type === "Dot") {
    const first = list.findReferenceStart(before - 1);
    return first === undefined ? { kind: "nothing" } : { kind: "member", object: { first, last: before - 1 } };
  }
  // Behind a dot or before a sign every keyword is a name.
  const isNameHere = list.typeOf(before - 1) === "Dot";
  if (!isNameHere && !(isFirst && !expectsMore(list, before))) {
    const behind = findBehindKeyword(list, before, bracket);
    if (behind) return behind;
  }
  if (bracket === undefined) return isFirst || before < 0 || type === "RightBrace" ? { kind: "declaration" } : { kind: "nothing" };
  switch (list.typeOf(bracket)) {
    case "LeftParen":
      return findInCall(list, before, bracket);
    case "LeftBracket":
      return type === "LeftBracket" || type === "Comma" ? findWanted(source, list, bracket - 1, quoted) : { kind: "nothing" };
    case "LeftBrace":
      return findInBlock(list, before, bracket, isFirst);
    default:
      return { kind: "nothing" };
  }
}

/** Whether what stands before a line end goes on behind it. */
function expectsMore(list: TokenList, before: number): boolean {
  const type = list.typeOf(before);
  return BEFORE_EXPRESSION.has(type) || COMPARISONS.has(type) || ["Comma", "EnsureKeyword", "UseKeyword", "ForKeyword"].includes(type);
}

function findBehindKeyword(list: TokenList, before: number, bracket: number | undefined): Wanted | undefined {
  const type = list.typeOf(before);
  switch (type) {
    case "ImportKeyword":
      return { kind: "import" };
    case "EnsureKeyword":
      return { kind: "resource", use: "ensure" };
    case "WithKeyword":
      return { kind: "resource", use: "with" };
    case "UseKeyword":
      return { kind: "part" };
    case "ForKeyword":
      return { kind: "remedy" };
    case "AsKeyword":
      return { kind: "channel-type" };
    case "AcceptKeyword":
      return { kind: "property-to-accept" };
    case "ExpectKeyword":
      return { kind: "expectation" };
    case "OnKeyword":
      return { kind: "failure" };
    case "DetectKeyword":
    case "FixKeyword":
    case "UninstallKeyword":
      return list.typeOf(before - 1) === "ExpectKeyword" ? { kind: "outcome", run: list.imageOf(before) } : undefined;
    case "Comma":
      return bracket === undefined || list.typeOf(bracket) === "LeftBrace" ? findInWith(list, before) : undefined;
    default:
  }
  if (COMPARISONS.has(type)) {
    const last = before - 1;
    const first = list.findReferenceStart(last);
    const isFilter = bracket !== undefined && list.typeOf(bracket) === "LeftParen";
    if (isFilter && first === last) return undefined;
    return first === undefined ? { kind: "expression" } : { kind: "compared", left: { first, last } };
  }
  return BEFORE_EXPRESSION.has(type) ? { kind: "expression" } : undefined;
}

/** Behind a comma among the resources of a `with`. */
function findInWith(list: TokenList, comma: number): Wanted | undefined {
  let i = comma;
  while (list.typeOf(i) === "Comma") {
    const first = list.findReferenceStart(i - 1);
    if (first === undefined) return undefined;
    i = first - 1;
  }
  return list.typeOf(i) === "WithKeyword" ? { kind: "resource", use: "with" } : undefined;
}

function findInCall(list: TokenList, before: number, bracket: number): Wanted {
  const first = list.findReferenceStart(bracket - 1);
  if (first === undefined) return { kind: "expression" };
  const callee = { first, last: bracket - 1 };
  const type = list.typeOf(before);
  if (list.typeOf(first - 1) === "PartKeyword") return type === "Colon" ? { kind: "type" } : { kind: "nothing" };
  if (type === "Colon" || COMPARISONS.has(type)) return { kind: "argument-value", callee, name: list.imageOf(before - 1) };
  if (before !== bracket && type !== "Comma") return { kind: "nothing" };
  let position = 0;
  for (let i = bracket + 1; i <= before; i++) {
    const opens = ["LeftParen", "LeftBracket"].includes(list.typeOf(i));
    if (opens) i = skip(list, i);
    else if (list.typeOf(i) === "Comma") position++;
  }
  return { kind: "argument", callee, position };
}

function skip(list: TokenList, opening: number): number {
  let depth = 0;
  for (let i = opening; i < list.tokens.length; i++) {
    if (["LeftParen", "LeftBracket"].includes(list.typeOf(i))) depth++;
    else if (["RightParen", "RightBracket"].includes(list.typeOf(i)) && --depth === 0) return i;
  }
  return list.tokens.length;
}

function findInBlock(list: TokenList, before: number, bracket: number, isFirst: boolean): Wanted {
  const block = findBlock(list, bracket);
  const type = list.typeOf(before);
  if (type === "Colon") {
    const name = list.imageOf(before - 1);
    if (list.typeOf(before - 2) === "ParamKeyword") return { kind: "type" };
    if (["AnyKeyword", "AllKeyword"].includes(list.typeOf(before - 4))) return { kind: "expression" };
    return block.kind === "given" ? findGivenValue(list, before) : { kind: "entry-value", block, name };
  }
  if (before === bracket || isFirst || type === "RightBrace" || (type === "Comma" && hasEntries(block))) return { kind: "item", block };
  const first = list.findReferenceStart(before);
  if (first === undefined) return { kind: "nothing" };
  const ahead = list.typeOf(first - 1);
  if (ahead === "EnsureKeyword" || ahead === "ExpectKeyword" || block.kind === "given")
    return { kind: "presence", resource: { first, last: before } };
  if (block.kind === "statements" && block.isOfActions && first === before) return { kind: "resource", use: "any" };
  return { kind: "nothing" };
}

/** `os.build: …` of a given state is a value of that fact. */
function findGivenValue(list: TokenList, colon: number): Wanted {
  const first = list.findReferenceStart(colon - 1);
  return first === undefined ? { kind: "expression" } : { kind: "compared", left: { first, last: colon - 1 } };
}

function hasEntries(block: Block): boolean {
  return block.kind === "state" || block.kind === "options" || block.kind === "given" || block.kind === "remedy";
}
