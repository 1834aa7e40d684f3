import { listChoices } from "../../binder/did-you-mean.ts";
import type { ActionsNode, Body } from "../../syntax/file.ts";
import type { WithOf } from "../../syntax/statements.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import { getResourceKind } from "../expressions/members.ts";
import type { Place } from "../place.ts";
import { checkBlock } from "./blocks.ts";

/** `with service("x") stopped { … }`: only what can be stopped and started again (Semantics 9). */
export function checkWith(context: CheckContext, place: Place, statement: WithOf<Body | ActionsNode>): void {
  for (const resource of statement.resources) {
    const kind = getResourceKind(expectType(context, place, resource, { kind: "resource-of", names: undefined }));
    if (!kind || kind.stoppable) continue;
    const stoppable = [...context.kinds.values()].filter((candidate) => candidate.stoppable).map((candidate) => candidate.name);
    report(context, "RMD4109", resource.span, { kind: kind.name, stoppable: listChoices(stoppable) });
  }
  checkBlock(context, { ...place, inside: "with" }, statement.body);
}
