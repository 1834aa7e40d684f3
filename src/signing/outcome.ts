import { createDiagnostic, type DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";

/** A value, or undefined with at least one error that says why there is none. Warnings may come with either. */
export type Outcome<T> = WithDiagnostics<T | undefined>;

/** An outcome that holds a value. */
export function succeed<T>(value: T, diagnostics: readonly Diagnostic[] = []): WithDiagnostics<T> {
  return { value, diagnostics };
}

/** An outcome without a value. */
export function failWith(...diagnostics: readonly Diagnostic[]): {
  readonly value: undefined;
  readonly diagnostics: readonly Diagnostic[];
} {
  return { value: undefined, diagnostics };
}

/** A finding of this room: signing concerns whole files, so there is no span. */
export function finding<C extends DiagnosticCode>(code: C, args: Parameters<typeof createDiagnostic<C>>[2]): Diagnostic {
  return createDiagnostic(code, undefined, args);
}
