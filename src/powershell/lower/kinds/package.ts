import type { PlanEnsure } from "../../../plan/plan.ts";
import type { PsExpression, PsNamedArgument } from "../../ast.ts";
import { psBlock, psNamed, psStatement, psVariable } from "../../ast.ts";
import { call } from "../context.ts";
import type { LowerContext } from "../context.ts";
import { lowerAs } from "../expressions.ts";

/** What is done about the services that a package brings, when it is forgotten (`$_`): those whose names the script knows. */
export function lowerForgottenServices({ provides }: PlanEnsure, context: LowerContext): PsNamedArgument[] {
  const names = provides.flatMap((resource) => {
    const key = resource.kind === "named" && resource.resourceKind === "service" ? resource.keys[0] : undefined;
    return key ? [lowerAs(key.value, key.type, context)] : [];
  });
  if (names.length === 0) return [];
  const clear = (name: PsExpression) =>
    psStatement(call(context, "Clear-ProductService", psNamed("Name", name), psNamed("Package", psVariable("_"))));
  context.uses.add("Package.Services");
  return [psNamed("Services", psBlock(...names.map(clear)))];
}
