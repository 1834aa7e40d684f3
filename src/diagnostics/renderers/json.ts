import { getLineColumn } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** A place in JSON: path relative to the project root, lines and columns from 1, the end behind the last character. */
export interface JsonPlace {
  readonly path: string;
  readonly start: { readonly line: number; readonly column: number; readonly offset: number };
  readonly end: { readonly line: number; readonly column: number; readonly offset: number };
}

export function toJsonPlace(span: Span): JsonPlace {
  return {
    path: span.file.path,
    start: { ...getLineColumn(span.file, span.start), offset: span.start },
    end: { ...getLineColumn(span.file, span.end), offset: span.end },
  };
}

/** A diagnostic as plain data, places without the source text. */
export function toJsonDiagnostic(diagnostic: Diagnostic): object {
  const { code, severity, message, span, related, suggestion } = diagnostic;
  return {
    code,
    severity,
    message,
    place: span ? toJsonPlace(span) : null,
    related: related.map((place) => ({ message: place.message, place: toJsonPlace(place.span) })),
    suggestion: suggestion
      ? { title: suggestion.title, edits: suggestion.edits.map((edit) => ({ place: toJsonPlace(edit.span), text: edit.text })) }
      : null,
  };
}
