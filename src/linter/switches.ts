import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { getLineColumn } from "../source/source-file.ts";
import type { Span } from "../source/source-file.ts";
import type { CommentNode, FileNode } from "../syntax/file.ts";
import type { Rule } from "./rule.ts";

/** A comment that switches a rule off: `// lint: off http-address because "it is the intranet's"`. */
export interface Switch {
  readonly rule: Rule;
  readonly span: Span;
  /** The line that it is about; undefined for the whole file. */
  readonly line: number | undefined;
}

const SWITCH = /^\/\/+\s*lint:\s*(.*)$/;
const FORM = /^off\s+([\w-]+)(?:\s+because\b\s*(.*))?$/;

/** The rule of a name or a code, in any case. */
export function findRule(rules: readonly Rule[], name: string): Rule | undefined {
  return rules.find((rule) => rule.name === name.toLowerCase() || rule.code === name.toUpperCase());
}

/** " Did you mean '…'?", or which rules there are. */
export function suggestRule(rules: readonly Rule[], name: string): string {
  const names = rules.map((rule) => rule.name);
  const closest = findClosest(name, names);
  return closest === undefined ? `There are ${names.join(", ")}.` : `Did you mean '${closest}'?`;
}

/**
 * The switches of a file, and what is wrong with them: without a reason, or with a rule that there is not. One at the end of a line is about that line, one on a line of its own about the
 * next line of code, and one above everything else about the whole file.
 */
export function readSwitches(file: FileNode, rules: readonly Rule[]): { readonly switches: Switch[]; readonly diagnostics: Diagnostic[] } {
  const switches: Switch[] = [];
  const diagnostics: Diagnostic[] = [];
  const first = Math.min(...[...file.imports, ...file.declarations].map(({ span }) => span.start));
  for (const comment of file.comments) {
    const words = SWITCH.exec(comment.text.trimEnd())?.[1];
    if (words === undefined) continue;
    const [, name, reason = ""] = FORM.exec(words) ?? [];
    const rule = name === undefined ? undefined : findRule(rules, name);
    if (name === undefined || (rule && reason.replace(/["'.\s]/g, "") === ""))
      diagnostics.push(createDiagnostic("RMD6091", comment.span, { text: comment.text.trim() }));
    else if (rule) switches.push({ rule, span: comment.span, line: comment.span.start < first ? undefined : findLine(file, comment) });
    else diagnostics.push(createDiagnostic("RMD6093", comment.span, { name, hint: suggestRule(rules, name) }));
  }
  return { switches, diagnostics };
}

/** The line that a comment is about: its own, or of one that has it to itself, the next one with code. */
function findLine({ source, comments }: FileNode, comment: CommentNode): number {
  const own = getLineColumn(source, comment.span.start).line;
  if (!comment.ownLine) return own;
  const ends = new Map(comments.map(({ span }) => [span.start, span.end]));
  let at = comment.span.end;
  while (at < source.text.length) {
    if (/\s/.test(source.text.charAt(at))) at++;
    else if (ends.has(at)) at = ends.get(at) ?? at + 1;
    else break;
  }
  return getLineColumn(source, at).line;
}

/** Leaves out what is switched off. `used` takes the switches that switched something off. */
export function applySwitches(found: readonly Diagnostic[], switches: readonly Switch[], used: Set<Switch>): Diagnostic[] {
  return found.filter(({ code, span }) => {
    const matching = switches.filter(
      (each) =>
        each.rule.code === code &&
        span !== undefined &&
        span.file.path === each.span.file.path &&
        (each.line === undefined || getLineColumn(span.file, span.start).line === each.line),
    );
    for (const each of matching) used.add(each);
    return matching.length === 0;
  });
}

/** Tells of a switch that switched nothing off, and how to take it away: with its line, where it has that to itself. */
export function reportUnused({ rule, span }: Switch): Diagnostic {
  const edits = [{ span: widen(span), text: "" }];
  return createDiagnostic("RMD6092", span, { name: rule.name }, { suggestion: { title: "Remove it.", edits } });
}

/** A span with the blanks before it, and where nothing else stands on its lines, with their end. */
export function widen({ file, start, end }: Span): Span {
  const before = /[ \t]*$/.exec(file.text.slice(0, start))?.[0].length ?? 0;
  const from = start - before;
  const isWhole = from === 0 || /[\r\n]/.test(file.text.charAt(from - 1));
  const after = /^[ \t]*(?:\r\n|\n|\r)?/.exec(file.text.slice(end))?.[0].length ?? 0;
  const isLast = isWhole && /^[ \t]*(?:[\r\n]|$)/.test(file.text.slice(end));
  return { file, start: from, end: isLast ? end + after : end };
}
