import type { Compiler } from "../../compiler/compile.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { InitArguments } from "../commands/init.ts";
import type { Asker } from "./ask.ts";
import type { Place } from "./place.ts";

/** What was written, and what comes next. */
export interface InitResult {
  readonly text: string;
}

export type InitOutcome = WithDiagnostics<InitResult | undefined>;

/** What every way to a remedy works with. */
export interface InitSession {
  readonly argv: InitArguments;
  readonly folder: string;
  readonly place: Place;
  readonly compiler: Compiler;
  /** Undefined where nobody can be asked. */
  readonly asker: Asker | undefined;
}

/** An outcome that is one error. */
export function fail(diagnostic: Diagnostic): InitOutcome {
  return { value: undefined, diagnostics: [diagnostic] };
}

/** What has no answer, where nobody can be asked. */
export function missing(options: readonly string[]): Diagnostic {
  return createDiagnostic("RMD8602", undefined, { options: options.join(", ") });
}

/** An answer that cannot stand. */
export function wrong(option: string, text: string | undefined, reason: string): Diagnostic {
  return createDiagnostic("RMD8601", undefined, { option, what: text === undefined ? "left out" : `'${text}'`, reason });
}
