import type { PlanEnsure } from "../../plan/plan.ts";
import type { PsExpression, PsNamedArgument } from "../../powershell/ast.ts";
import { psBlock, psNamed, psStatement, psVariable } from "../../powershell/ast.ts";
import { call } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { ensureArguments: lowerForgottenServices };

/** What is done about the services that a package brings, when it is forgotten (`$_`): those whose names the script knows. */
function lowerForgottenServices({ presence, means, provides }: PlanEnsure, context: LowerContext): PsNamedArgument[] {
  if (presence !== "absent" || !means.some(({ name }) => name === "forget")) return [];
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
