import type { PlanEnsure } from "../../plan/plan.ts";
import { psBlock, psNamed, psPositional, psStatement } from "../../powershell/ast.ts";
import type { PsCommand } from "../../powershell/ast.ts";
import { call, noteUse } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import { lowerAs } from "../../powershell/lower/expressions.ts";
import type { KindCalls, KindLowering } from "../../powershell/lower/kind-lowering.ts";
import { lowerKindCalls, lowerResourceArguments } from "../../powershell/lower/resources.ts";

export const lowering: KindLowering = { ensure: lowerOwner };

/**
 * What an `ensure` calls that asks for an owner; undefined where it asks for none. The key itself is made, or asked whether it can be, only where it is missing: nobody needs the right to write to a key
 * that only gets another owner.
 */
function lowerOwner(ensure: PlanEnsure, context: LowerContext): KindCalls | undefined {
  const owner = ensure.states.find(({ name }) => name === "owner");
  if (owner === undefined || ensure.presence === "absent") return undefined;
  const whole = lowerKindCalls({ ...ensure, states: [] }, context);
  const key = lowerResourceArguments(ensure.resource, context);
  const wanted = psNamed("Owner", lowerAs(owner.value, owner.type, context));
  noteUse(context, ensure.resource.resourceKind, "owner");
  noteUse(context, ensure.resource.resourceKind, "ensured_owner");
  const tests = [...whole.tests, call(context, "Test-RegistryKeyOwner", ...key, wanted)];
  if (!context.repairs) return { tests, fixes: [], blockers: [] };
  const block = (commands: readonly PsCommand[]) => psPositional(psBlock(...commands.map((one) => psStatement(one))));
  const whereMissing = (then: readonly PsCommand[]): PsCommand => call(context, "Use-Deviation", block(whole.tests), block(then));
  return {
    tests,
    fixes: [whereMissing(whole.fixes), call(context, "Repair-RegistryKeyOwner", ...key, wanted)],
    blockers: [whereMissing(whole.blockers), call(context, "Find-RegistryKeyOwnerBlocker", ...key)],
  };
}
