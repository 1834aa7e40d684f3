import type { PlanEnsure } from "../../plan/plan.ts";
import { psNamed, psPositional } from "../../powershell/ast.ts";
import { call, text } from "../../powershell/lower/context.ts";
import type { LowerContext } from "../../powershell/lower/context.ts";
import type { KindCalls, KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { ensure: lowerAbsence };

/** An app that is to be gone for everyone, by a name that is known when compiling: what a remedy lists by the dozen, so that each is one call. Undefined for all others. */
function lowerAbsence({ presence, resource }: PlanEnsure, context: LowerContext): KindCalls | undefined {
  if (presence !== "absent" || resource.kind === "element" || resource.keys.length !== 1) return undefined;
  const name = resource.keys[0]?.value;
  if (name?.kind !== "constant" || name.value.kind !== "string") return undefined;
  const app = text(name.value.value);
  const lowerCall = (command: string) => call(context, command, psNamed("Name", app));
  const tests = [lowerCall("Test-AppxPackageAbsence")];
  if (!context.repairs) return { tests, fixes: [], blockers: [] };
  return {
    tests,
    fixes: [lowerCall("Repair-AppxPackageAbsence")],
    blockers: [lowerCall("Find-AppxPackageAbsenceBlocker")],
    whole: { name: "Confirm-AppxAbsence", arguments: [psPositional(app)] },
  };
}
