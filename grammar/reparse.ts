import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { sortDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../src/source/source-file.ts";
import type { FileNode, ParsedFile, StepNode } from "../src/syntax/file.ts";
import { lex } from "./lexer.ts";
import { parseStep } from "./parser.ts";

/** A change of a text: what stood in `[start, oldEnd)` of the old one stands in `[start, newEnd)` of the new. */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * What parsing a changed text gives, from what parsing the text before gave: the step that the change is in is parsed anew, everything else moves. Undefined where that would not
 * be sure to give the same as parsing the whole: where the change is in no step, touches its braces or leaves them unbalanced, or where there are mistakes elsewhere.
 */
export function reparseFile(before: ParsedFile, source: SourceFile, change: TextChange): ParsedFile | undefined {
  const old = before.value;
  const place = findStep(old, change);
  if (!place || !isBalanced(old.source, place.span.start, place.span.end)) return undefined;
  const { start, end } = place.span;
  if (before.diagnostics.some((found) => !lies(found.span, start, end))) return undefined;
  const moved = change.newEnd - change.oldEnd;
  if (!isBalanced(source, start, end + moved)) return undefined;
  const parsed = parseStep(source, start, end + moved);
  if (!parsed || parsed.value.step.span.end !== end + moved || dependsOnWhatFollows(parsed.diagnostics, end + moved)) return undefined;
  const step: StepNode = { ...parsed.value.step, documentation: place.documentation };
  const move = createMover(old.source, source, end, moved);
  const declarations = old.declarations.map((node) =>
    node.kind === "remedy" && node.members.includes(place)
      ? {
          ...(move({ ...node, members: [] }) as typeof node),
          members: node.members.map((member) => (member === place ? step : move(member))),
        }
      : move(node),
  );
  const outside = old.comments.filter(({ span }) => !lies(span, start, end)).map(move);
  const comments = [...outside, ...parsed.value.comments].sort((a, b) => a.span.start - b.span.start);
  const span = { file: source, start: 0, end: source.text.length };
  return {
    value: { kind: "file", source, span, imports: old.imports.map(move), declarations, comments },
    diagnostics: sortDiagnostics(parsed.diagnostics),
  };
}

/** Whether a mistake in a step is told where it ends, or is a block that has not been closed: then what stands behind the step has a say in it. */
function dependsOnWhatFollows(diagnostics: readonly Diagnostic[], end: number): boolean {
  return diagnostics.some(({ code, span }) => code === "RMD1003" || (span?.end ?? 0) >= end - 1);
}

/** The step inside whose braces a change is. */
function findStep({ declarations }: FileNode, { start, oldEnd }: TextChange): StepNode | undefined {
  for (const declaration of declarations) {
    if (declaration.kind !== "remedy" || declaration.span.end < oldEnd || declaration.span.start > start) continue;
    return declaration.members.find(
      (member): member is StepNode => member.kind === "step" && member.body.span.start < start && oldEnd < member.body.span.end,
    );
  }
  return undefined;
}

function lies(span: Span | undefined, start: number, end: number): boolean {
  return span !== undefined && span.start >= start && span.end <= end;
}

const PAIRS: { readonly [opening: string]: string } = { LeftBrace: "RightBrace", LeftParen: "RightParen", LeftBracket: "RightBracket" };
const CLOSING: ReadonlySet<string> = new Set(Object.values(PAIRS));

/** Whether every bracket of a part of a text has its other half, the last one is a brace, and no text or comment goes on behind it. */
function isBalanced(source: SourceFile, start: number, end: number): boolean {
  const { tokens, comments } = lex(source, start, end);
  const open: string[] = [];
  for (const { tokenType } of tokens) {
    const closing = PAIRS[tokenType.name];
    if (closing !== undefined) open.push(closing);
    else if (CLOSING.has(tokenType.name) && open.pop() !== tokenType.name) return false;
  }
  const last = tokens.at(-1);
  const isEnded = comments.every(({ image, startOffset }) => startOffset + image.length < end);
  return open.length === 0 && isEnded && last?.tokenType.name === "RightBrace" && last.startOffset === end - 1;
}

/** Gives copies of nodes of a file in its new text: places behind `end` are `moved` on. */
function createMover(old: SourceFile, source: SourceFile, end: number, moved: number): <T>(node: T) => T {
  const copy = (value: unknown): unknown => {
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(copy);
    if (value === old) return source;
    const record = value as { readonly [key: string]: unknown };
    if (record["file"] === old) {
      const span = value as Span;
      return { file: source, start: shift(span.start), end: shift(span.end) };
    }
    const result: { [key: string]: unknown } = {};
    for (const key in record) result[key] = copy(record[key]);
    return result;
  };
  const shift = (offset: number): number => (offset >= end ? offset + moved : offset);
  return <T>(node: T): T => copy(node) as T;
}
