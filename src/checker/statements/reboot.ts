import type { RebootNode } from "../../syntax/statements.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition } from "../expressions/expect-type.ts";
import type { Place } from "../place.ts";

/** `reboot when c` (Semantics 7): not for each of several things, and not while something is stopped that must be started again. */
export function checkReboot(context: CheckContext, place: Place, statement: RebootNode): void {
  expectCondition(context, place, statement.condition);
  if (place.inside === "each" || place.inside === "with") report(context, "RMD4113", statement.span, { block: place.inside });
}
