import type { OnFailureNode } from "../../syntax/statements.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import type { Place } from "../place.ts";
import { checkBlock } from "./blocks.ts";

/** `on failure { … }` belongs to a step: it cannot stand in a block inside one, nor in a part. */
export function checkOnFailure(context: CheckContext, place: Place, statement: OnFailureNode): void {
  if (place.inside !== "step") report(context, "RMD4112", statement.span, {});
  checkBlock(context, { ...place, zone: "failure", inside: "block" }, statement.actions);
}
