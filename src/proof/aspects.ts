import type { Value } from "../checker/value.ts";
import type { Thing } from "./thing.ts";
import { NONE } from "./cell.ts";
import type { Aspect } from "./kind-model.ts";

/** Whether a thing has what a state asks of another property; undefined where that is nothing of which it can be asked. */
export function hasAspect(thing: Thing, { of, holds }: Aspect, wished: Value): boolean | undefined {
  return holds(thing.exists() ? thing.get(of) : NONE, wished);
}

/** Makes it so, and leaves the rest of the property. */
export function setAspect(thing: Thing, { of, make }: Aspect, wished: Value): void {
  thing.set(of, make(thing.get(of), wished));
}
