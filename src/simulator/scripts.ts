import type { Plan } from "../plan/plan.ts";
import { collectEnsures } from "../plan/provides.ts";
import type { Machine } from "./machine.ts";

/** Notes the remedy's own PowerShell (`ensure script`) on a machine: the simulation does not run it, it says what a scenario gives. Unless one does, the tests hold. */
export function addScripts(machine: Machine, plan: Plan): void {
  for (const ensure of collectEnsures(plan.steps)) {
    if (ensure.resource.kind !== "named" || ensure.resource.resourceKind !== "script") continue;
    const text = (properties: typeof ensure.means, name: string): string => {
      const value = properties.find((property) => property.name === name)?.value;
      return value?.kind === "constant" && value.value.kind === "string" ? value.value.value : "";
    };
    const name = text(ensure.resource.keys, "name");
    machine.scripts[name] = { test: text(ensure.means, "test"), fix: text(ensure.means, "fix"), holds: true, fixHelps: true };
  }
}
