import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../plan.ts";

/** Characters that the name and the publisher of an application have at most (Microsoft, ConfigurationManager module, New-CMApplication). */
const MOST = 256;

/** Names with which a channel is told of what was built, where it takes no longer ones. */
export function checkPublishedNames({ remedy, target }: Plan): Diagnostic[] {
  if (target !== "configmgr.application") return [];
  return [["title", remedy.title] as const, ["publisher", remedy.publisher ?? ""] as const].flatMap(([property, text]) =>
    text.length > MOST ? [createDiagnostic("RMD5013", remedy.origin.span, { property, size: text.length, limit: MOST })] : [],
  );
}
