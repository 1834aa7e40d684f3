import type { PlanEnsure } from "../../plan/plan.ts";
import type { KindLowering } from "../../powershell/lower/kind-lowering.ts";

export const lowering: KindLowering = { findTest: findServiceTest };

/** The test of a service of which only the state is ensured: its configuration is not read. Undefined where more is, or where its absence is. */
function findServiceTest({ presence, states }: PlanEnsure): string | undefined {
  return presence === "present" && states.length === 1 && states[0]?.name === "state" ? "Test-ServiceState" : undefined;
}
