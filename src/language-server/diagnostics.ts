import { DiagnosticSeverity } from "vscode-languageserver-types";
import type { CodeAction, Diagnostic as EditorDiagnostic, TextEdit } from "vscode-languageserver-types";
import { uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Rule } from "../linter/rule.ts";
import type { Span } from "../source/source-file.ts";
import { toRange } from "./positions.ts";

const SEVERITIES: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** Gives the URI of a path that is relative to the project root. */
export type ToUri = (path: string) => string;

/** The findings that are about one file, as an editor shows them. Those without a place stand at its start. */
export function toEditorDiagnostics(found: readonly Diagnostic[], path: string, toUri: ToUri): EditorDiagnostic[] {
  return findingsOf(found, path).map((diagnostic) => toEditorDiagnostic(diagnostic, toUri));
}

/** The quick fixes of the findings that touch a range of the file (offsets, both ends included). */
export function findFixes(
  found: readonly Diagnostic[],
  path: string,
  range: { readonly start: number; readonly end: number },
  toUri: ToUri,
): CodeAction[] {
  return findingsOf(found, path).flatMap((diagnostic) => {
    const { span, suggestion } = diagnostic;
    if (!span || !suggestion || span.start > range.end || span.end < range.start) return [];
    const changes: Record<string, TextEdit[]> = {};
    for (const edit of suggestion.edits)
      (changes[toUri(edit.span.file.path)] ??= []).push({ range: toRange(edit.span), newText: edit.text });
    return [
      {
        title: suggestion.title.replace(/\.$/, ""),
        kind: "quickfix",
        diagnostics: [toEditorDiagnostic(diagnostic, toUri)],
        edit: { changes },
      },
    ];
  });
}

/** For each finding of a lint rule that touches a range: the comment above its line that switches the rule off there, up to the reason, which a person has to give. */
export function findSwitches(
  found: readonly Diagnostic[],
  rules: readonly Rule[],
  path: string,
  range: { readonly start: number; readonly end: number },
  toUri: ToUri,
): CodeAction[] {
  return findingsOf(found, path).flatMap((diagnostic) => {
    const { span, code } = diagnostic;
    const rule = rules.find((one) => one.code === code);
    if (!span || !rule || span.start > range.end || span.end < range.start) return [];
    const { line } = toRange(span).start;
    const start = { line, character: 0 };
    const lineStart = span.file.lineStarts[line] ?? 0;
    const indentation = /^[ \t]*/.exec(span.file.text.slice(lineStart, span.start))?.[0] ?? "";
    const edit = { range: { start, end: start }, newText: `${indentation}// lint: off ${rule.name} because \n` };
    return [
      {
        title: `Switch '${rule.name}' off here, and say why`,
        kind: "quickfix",
        diagnostics: [toEditorDiagnostic(diagnostic, toUri)],
        edit: { changes: { [toUri(path)]: [edit] } },
      },
    ];
  });
}

function findingsOf(found: readonly Diagnostic[], path: string): Diagnostic[] {
  return uniqueDiagnostics(found).filter(({ span }) => !span || span.file.path === path);
}

function toEditorDiagnostic({ code, severity, message, span, related }: Diagnostic, toUri: ToUri): EditorDiagnostic {
  const locate = (place: Span) => ({ uri: toUri(place.file.path), range: toRange(place) });
  return {
    range: span ? toRange(span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: SEVERITIES[severity],
    code,
    source: "remedyc",
    message,
    relatedInformation: related.map((place) => ({ message: place.message, location: locate(place.span) })),
  };
}
