import type { Expression } from "../../syntax/expressions.ts";
import type { PromiseNode } from "../../syntax/promises.ts";
import type { CheckContext } from "../context.ts";
import { expectCondition, expectType } from "../expressions/expect-type.ts";
import { getFacts } from "../narrowing/facts.ts";
import { createPlace, withFacts } from "../place.ts";
import type { Place, UserAccess } from "../place.ts";
import { stringType } from "../types/operations.ts";
import { runsAsUser } from "./metadata.ts";

/** Checks a promise: conditions on the device. What one condition of a block shows is known in the next. */
export function checkPromise(context: CheckContext, promise: PromiseNode): void {
  const remedy = context.bound.remedies.get(promise);
  const user: UserAccess = remedy && runsAsUser(remedy) ? { kind: "user" } : { kind: "machine" };
  const place = createPlace("promise", user);
  expectType(context, createPlace("constant", user), promise.title, stringType);
  for (const block of promise.blocks) checkConditions(context, place, block.conditions);
}

function checkConditions(context: CheckContext, outer: Place, conditions: readonly Expression[]): void {
  let place = outer;
  for (const condition of conditions) {
    expectCondition(context, place, condition);
    place = withFacts(place, getFacts(context, condition, true));
  }
}
