import type { PlanAction, PlanEach, PlanNode } from "../../plan/plan.ts";
import { bool, isTrue, OPEN, variableOf } from "../cell.ts";
import { evaluate } from "../evaluate.ts";
import type { Value } from "../../checker/value.ts";
import { Unreadable } from "../world.ts";
import { isForecast } from "./rule-04-influence.ts";
import { each, merge, nameOf, through } from "./walk.ts";
import type { Config, Search, Walk } from "./walk.ts";

/**
 * Semantics 10: what a loop goes over is taken once, when it is reached. Of what is not known when compiling a proof looks at none and at one: elements are things of their own, and what holds of
 * one holds of each. Gives the elements of this way: constants of a list, undefined for one of a selection.
 */
export function elementsOf(node: PlanEach<PlanNode> | PlanEach<PlanAction>, walk: Walk): readonly (Value | undefined)[] {
  const { over, variable } = node;
  const { world } = walk;
  if (over.kind === "list") {
    const list = evaluate(over.list, walk);
    return list.kind === "list" ? list.elements : [];
  }
  const resource = over.kind === "selection" ? over.resource : over.element;
  const selected = world.thing(resource);
  if (world.failsToRead(selected)) throw new Unreadable(`${resource.label} cannot be read`);
  const isThere =
    over.kind === "selection" ? selected.exists() : isTrue(world.read(variableOf("some", variable), [bool(true), bool(false)]));
  return isThere ? [undefined] : [];
}

/** Begins the turn of an element. */
export function setElement(node: PlanEach<PlanNode> | PlanEach<PlanAction>, element: Value | undefined, walk: Walk): void {
  walk.world.now.set(variableOf("element", node.variable), element ?? OPEN);
}

/** `each` as a statement. */
export function walkEach(
  node: PlanEach<PlanNode>,
  configs: readonly Config[],
  search: Search,
  body: (configs: readonly Config[]) => readonly Config[],
): readonly Config[] {
  const ways = through(`each ${nameOf(node)}`, configs, search, (walk): string => {
    if (isForecast(node, walk.memory.step, node.text, walk)) return "";
    try {
      return JSON.stringify(elementsOf(node, walk).map((element) => element ?? null));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      walk.record(node, walk.memory.step, node.text, "blocked", error.message);
      return "";
    }
  });
  return merge(
    search,
    ...[...ways].map(([key, found]) =>
      (key === "" ? [] : (JSON.parse(key) as (Value | null)[])).reduce<readonly Config[]>(
        (all, element, i) =>
          body(each(`turn ${nameOf(node)} ${key} ${i}`, all, search, (walk) => setElement(node, element ?? undefined, walk))),
        found,
      ),
    ),
  );
}
