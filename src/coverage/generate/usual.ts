import type { Value } from "../../checker/value.ts";
import type { Plan } from "../../plan/plan.ts";
import { bool, variableOf } from "../../proof/cell.ts";
import type { Variable } from "../../proof/context.ts";
import type { StartFact } from "../../proof/counterexample.ts";
import { giveStart } from "../../proof/given-start.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import { findChanges, isProcessNumber } from "../../simulator/attribution.ts";
import { applyGiven } from "../../simulator/given.ts";
import type { Machine } from "../../simulator/machine.ts";
import { createStartMachine } from "../../simulator/start-machine.ts";

/** What the machine of every scenario is like, in the classes of a proof: what a scenario need not give. */
export interface Usual {
  /** What a variable is on it; of a parameter its default. Undefined where no scenario can say it, or none of the classes is that machine's. */
  valueOf(variable: string, classes: readonly Value[]): Value | undefined;
  /** Whether a scenario can give it. */
  canGive(variable: string, value: Value): boolean;
}

/** Finds out by trying: what is usual changes nothing of the machine when it is given. `variables`: what the variables of a proof stand for, as far as it has come. */
export function createUsual(plan: Plan, catalog: Catalog, variables: ReadonlyMap<string, Variable>): Usual {
  const known = new Map<string, Value | undefined>();
  const given = new Map<string, Machine | undefined>();
  const { origin, name } = plan.remedy;
  const healthy = createStartMachine(plan, { title: "", remedy: name, steps: [], origin });

  /** The machine on which these are given; undefined where no scenario can say them. */
  const machineOf = (facts: readonly StartFact[]): Machine | undefined => {
    const start = giveStart(facts, plan, catalog);
    if (start.omitted.length > 0) return undefined;
    const machine = structuredClone(healthy);
    return applyGiven(machine, start.items).length > 0 ? undefined : machine;
  };
  const factOf = (variable: string, value: Value): StartFact | undefined => {
    const of = variables.get(variable);
    return of?.resource && toFact(of, value);
  };
  /** A thing of which a property is given is there. */
  const baseOf = (variable: string): { readonly facts: readonly StartFact[]; readonly machine: Machine | undefined } => {
    const resource = variables.get(variable)?.resource;
    const exists = resource && variableOf(resource.identity, "exists");
    if (exists === undefined || exists === variable || !variables.has(exists)) return { facts: [], machine: healthy };
    const facts = [factOf(exists, bool(true))].flatMap((fact) => fact ?? []);
    if (!given.has(exists)) given.set(exists, machineOf(facts));
    return { facts, machine: given.get(exists) };
  };
  return {
    valueOf(variable, classes) {
      if (known.has(variable)) return known.get(variable);
      const { resource, property } = variables.get(variable) ?? {};
      // What a loop goes over is there.
      if (resource?.kind === "element" && property === "exists") return bool(true);
      const parameter = plan.parameters.find((one) => variable === variableOf("parameter", one.name));
      const base = parameter ? undefined : baseOf(variable);
      const found = parameter
        ? parameter.defaultValue
        : classes.find((value) => {
            const fact = factOf(variable, value);
            const machine = fact && base?.machine && machineOf([...base.facts, fact]);
            return machine && findChanges(base.machine, machine).every(isProcessNumber);
          });
      known.set(variable, found);
      return found;
    },
    canGive(variable, value) {
      const fact = factOf(variable, value);
      return fact !== undefined && machineOf([fact]) !== undefined;
    },
  };
}

/** A value of a variable as a fact of the start. */
export function toFact({ resource, property, label, query }: Variable, value: Value): StartFact {
  return { resource, property, label, value, ...(query ? { query } : {}) };
}
