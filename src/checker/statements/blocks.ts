import type { ActionStatement } from "../../syntax/actions.ts";
import type { Statement } from "../../syntax/statements.ts";
import type { CheckContext } from "../context.ts";
import { openLet, checkLet } from "../declarations/lets.ts";
import { guardCrash } from "../guard-crash.ts";
import { forgetResource, getFacts } from "../narrowing/facts.ts";
import { getReferenceKey } from "../narrowing/reference-key.ts";
import { withFacts } from "../place.ts";
import type { Place } from "../place.ts";
import { checkStatement } from "./statements.ts";

/** Checks a block from top to bottom. What a `require` asks for is known in the rest of its block; what is removed is no longer known to be there. */
export function checkBlock(
  context: CheckContext,
  place: Place,
  block: { readonly statements: readonly (Statement | ActionStatement)[] },
): void {
  let here = place;
  for (const statement of block.statements) {
    const current: Place = { ...here, statement: statement.span };
    guardCrash(context, statement.span, () => {
      if (statement.kind === "let") {
        openLet(context, statement, current);
        checkLet(context, statement, undefined);
        return;
      }
      checkStatement(context, current, statement);
      if (statement.kind === "require") here = withFacts(here, getFacts(context, statement.condition, true));
      if (statement.kind === "ensure" && statement.state.presence === "absent" && here.facts.size > 0) {
        const key = getReferenceKey(context, statement.state.resource);
        if (key !== undefined) here = { ...here, facts: forgetResource(here.facts, key) };
      }
    });
  }
}
