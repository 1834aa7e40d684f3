import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Place, Script } from "../syntax/ast.ts";
import type { Pair } from "../pair.ts";

/** One script of a pair, and which half it is. */
export interface Half {
  readonly role: "detection" | "remediation";
  readonly file: SourceFile;
  readonly script: Script;
}

/** What a check looks at. */
export interface Examined {
  readonly detection: Half;
  readonly remediation: Half | undefined;
  readonly pair: Pair;
}

/** Looks for one sort of fault; gives what it found. */
export type Check = (examined: Examined) => readonly Diagnostic[];

export function halvesOf({ detection, remediation }: Examined): readonly Half[] {
  return remediation ? [detection, remediation] : [detection];
}

/** Makes a finding at a place of a script. */
export function found<C extends DiagnosticCode>(
  code: C,
  { file }: Half,
  place: Place,
  args: Parameters<typeof createDiagnostic<C>>[2],
): Diagnostic {
  return createDiagnostic(code, { file, start: place.start, end: Math.max(place.end, place.start + 1) }, args);
}

/** A place's text in a line, short. */
export function excerpt({ file }: Half, { start, end }: Place): string {
  const text = file.text.slice(start, end).replace(/\s+/g, " ").trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
