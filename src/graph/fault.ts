import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Leaves everything that a request was made for; whoever began it shows the diagnostic. */
export class GraphFault extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.diagnostic = diagnostic;
  }
}

/** The object is no longer as it was when it was read (412): somebody else has changed it. */
export class ChangedMeanwhile extends GraphFault {}

/** No answer came, or one that leaves open whether the request was carried out. */
export class LostAnswer extends GraphFault {}

export function graphFault<C extends DiagnosticCode>(code: C, args: Parameters<typeof createDiagnostic<C>>[2]): GraphFault {
  return new GraphFault(createDiagnostic(code, undefined, args));
}

/** What Graph, or the storage beside it, did not carry out; what is lasting is not mended by asking again. */
export function notCarriedOut(request: string, detail: string, isLasting: boolean): GraphFault {
  const advice = isLasting
    ? "Mend that first; what was done before stays, and the same command does the rest"
    : "Run the same command again: what was done before stays, and it does the rest";
  return graphFault("RMD8208", { request, detail, advice });
}

/** Runs what asks Graph; a fault becomes a finding. */
export async function catchFault<T>(work: () => Promise<T>): Promise<{ readonly value: T } | { readonly fault: Diagnostic }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof GraphFault) return { fault: error.diagnostic };
    throw error;
  }
}
