import type { ResourceKind } from "../resources/catalog/model.ts";
import type { PlanEnsure } from "./plan.ts";

/** Whether an `ensure` gives one of these states or means, or an address in the place of one. */
export function givesOneOf({ states, means }: Pick<PlanEnsure, "states" | "means">, names: readonly string[]): boolean {
  return [...states, ...means].some(({ name }) => names.includes(name));
}

/** Whether the kind makes its things from something that the remedy must name (`@makes`), and the remedy names nothing. */
export function lacksMaker(ensure: Pick<PlanEnsure, "states" | "means">, { properties }: ResourceKind): boolean {
  const makers = properties.flatMap(({ name, makes, address }) => (makes ? [name, ...(address ? [address.name] : [])] : []));
  return makers.length > 0 && !givesOneOf(ensure, makers);
}

/** Whether what is there can be changed without anything to make it from: a file can be hidden, or have another owner. */
export function changesAnyway({ states }: Pick<PlanEnsure, "states">): boolean {
  return states.some(({ name }) => name !== "sha256");
}
