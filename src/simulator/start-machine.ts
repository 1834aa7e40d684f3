import type { Plan } from "../plan/plan.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { createHealthyMachine } from "./healthy-machine.ts";
import type { Machine } from "./machine.ts";
import { addMedia } from "./media.ts";
import { addAccountsAndSecrets } from "./named-values.ts";
import { addScripts } from "./scripts.ts";

/** The machine on which nothing is wrong and that knows what a remedy names, before a scenario gives anything. */
export function createStartMachine(plan: Plan, scenario: PlanScenario): Machine {
  const machine = createHealthyMachine();
  addMedia(machine, plan, scenario);
  addScripts(machine, plan);
  addAccountsAndSecrets(machine, plan, scenario);
  return machine;
}
