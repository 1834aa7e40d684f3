import { listChoices, suggestOf } from "../../binder/did-you-mean.ts";
import { provableProperties } from "../../syntax/promises.ts";
import type { RemedyNode } from "../../syntax/file.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { expectType } from "../expressions/expect-type.ts";
import { createPlace } from "../place.ts";
import type { UserAccess } from "../place.ts";
import { stringType } from "../types/operations.ts";

/** Checks what a remedy accepts not to have: properties that are shown of every remedy, each once and with a reason. */
export function checkAccepted(context: CheckContext, remedy: RemedyNode, user: UserAccess): void {
  const seen = new Set<string>();
  for (const member of remedy.members) {
    if (member.kind !== "accept") continue;
    const { property, reason } = member;
    const name = property.text;
    const type = expectType(context, createPlace("constant", user), reason, stringType);
    if (name !== "" && !provableProperties.some((known) => known === name)) {
      const { hint, details } = suggestOf(
        name,
        provableProperties,
        property.span,
        ` What is shown of every remedy is ${listChoices([...provableProperties])}.`,
      );
      report(context, "RMD2001", property.span, { kind: "property", name, hint }, details);
      continue;
    }
    if (seen.has(name)) report(context, "RMD4136", property.span, { property: name });
    if (name !== "") seen.add(name);
    if (type.kind !== "error" && reason.span.end > reason.span.start && findConstantText(context, reason)?.trim() === "")
      report(context, "RMD4135", reason.span, { property: name });
  }
}
