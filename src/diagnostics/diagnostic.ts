import type { Span } from "../source/source-file.ts";

/** How grave a finding is: an `error` stops the build of what it concerns, a `warning` does not, a `note` only informs. */
export type Severity = "error" | "warning" | "note";

/** A second place that a reader needs in order to understand the first ("declared here"). */
export interface RelatedPlace {
  readonly message: string;
  readonly span: Span;
}

/** A change of the source that would repair the finding: replace the text of each span. */
export interface Suggestion {
  /** What it does, in the imperative: `Replace 'runing' by 'running'.` */
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** One finding, ready to be rendered. */
export interface Diagnostic {
  /** Stable code, `RMD` and four digits; `remedyc explain <code>` prints its page. */
  readonly code: string;
  readonly severity: Severity;
  /** A full sentence that names the thing and says what to do. */
  readonly message: string;
  /** Where; absent when it concerns no source text (a parameter file that is missing, an output folder). */
  readonly span?: Span;
  readonly related: readonly RelatedPlace[];
  readonly suggestion?: Suggestion;
}

/** A value together with what was found while making it. */
export interface WithDiagnostics<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** True when one of them is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Orders by file, then position, then code; findings without a place come first. Stable. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => {
    const fileA = a.span?.file.path ?? "";
    const fileB = b.span?.file.path ?? "";
    if (fileA !== fileB) return fileA < fileB ? -1 : 1;
    const start = (a.span?.start ?? 0) - (b.span?.start ?? 0);
    if (start !== 0) return start;
    return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
  });
}

/** Each finding once: what several targets, or several files with a common import, show again is told the first time only. */
export function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = JSON.stringify([code, message, span?.file.path, span?.start, span?.end]);
    return !seen.has(key) && seen.add(key);
  });
}
