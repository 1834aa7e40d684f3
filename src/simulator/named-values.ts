import type { Value } from "../checker/value.ts";
import { simulatedKinds } from "../generated/kind-simulations.ts";
import type { Plan } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { addAccount } from "./accounts.ts";
import type { Machine } from "./machine.ts";
import { findPlanText } from "./plan-text.ts";
import { addSecret } from "./secrets.ts";

/**
 * Gives a machine what one on which nothing is wrong knows of a remedy: the accounts of domains and of the computer that it names, or that a scenario
 * expects, the secrets that it refers to, and what kinds know of its words. An account or group of the computer that the remedy itself makes, `given` alone makes known.
 */
export function addAccountsAndSecrets(machine: Machine, plan: Plan, scenario: PlanScenario): void {
  const expected = scenario.steps.filter((step) => step.kind === "expect-state");
  const made = collectMade(plan);
  const values = findValues([plan.steps, plan.parameters, expected]);
  for (const value of values) {
    if (value.kind === "account" && value.sid === undefined && !made.has(value.name.toLowerCase())) addAccount(machine, value.name);
    if (value.kind === "secret") addSecret(machine, value.name);
    if (value.kind === "enum") for (const kind of Object.values(simulatedKinds)) kind.know?.(machine, value.member);
  }
}

/** Accounts and groups of the computer that the plan makes, in lower case: `.\\kiosk`. */
function collectMade(plan: Plan): Set<string> {
  const made = new Set<string>();
  visitPlan(plan.steps, (node) => {
    if (node.kind !== "ensure" || node.resource.kind !== "named") return;
    const [key] = ["local_user", "local_group"].includes(node.resource.resourceKind) ? node.resource.keys : [];
    const name = key && findPlanText(key.value, plan);
    if (name?.startsWith(".\\") === true) made.add(name.toLowerCase());
  });
  return made;
}

/** The accounts, secrets and words anywhere in plain data, in its order. */
function findValues(data: unknown, found: Set<Value> = new Set()): Set<Value> {
  if (typeof data !== "object" || data === null) return found;
  // A type of these kinds has no name.
  if ("kind" in data && (data.kind === "account" || data.kind === "secret") && "name" in data) found.add(data as Value);
  else if ("kind" in data && data.kind === "enum" && "member" in data) found.add(data as Value);
  else for (const [key, inner] of Object.entries(data)) if (key !== "origin") findValues(inner, found);
  return found;
}
