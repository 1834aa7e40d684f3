import type { PlanEnsure } from "../../plan/plan.ts";
import { Unreadable } from "../world.ts";
import { changesAnyway, lacksMaker } from "../../plan/makers.ts";
import { testEnsure } from "./rule-01-item.ts";
import { each } from "./walk.ts";
import type { Config, Search, Walk } from "./walk.ts";

/** Whether an item's own fix cannot be tried: the thing is missing, and its kind makes none, or the remedy names nothing to make it from. */
export function cannotBeTried(ensure: PlanEnsure, walk: Walk): boolean {
  if (ensure.presence === "absent") return false;
  const thing = walk.world.thing(ensure.resource);
  const { declared } = thing.kind;
  if (declared.ensure !== "presence") return false;
  if (declared.creatable === true && !lacksMaker(ensure, declared)) return false;
  return (declared.creatable === true && !changesAnyway(ensure)) || !thing.exists();
}

/**
 * Semantics 19: where an item's own fix has not helped or cannot be tried, the statements of its `else` are walked, then it is tested once more. Where one of them is not done, the item waits for
 * that.
 */
export function walkElse(
  ensure: PlanEnsure,
  configs: readonly Config[],
  search: Search,
  body: (configs: readonly Config[]) => readonly Config[],
): readonly Config[] {
  const begun = each("else", configs, search, (walk) => {
    walk.memory.pending = "";
    walk.memory.ladders = [...walk.memory.ladders, { first: "", outcome: "", awaitsRestart: false }];
  });
  return each(`end of else ${ensure.id}`, body(begun), search, (walk) => {
    const { memory } = walk;
    const { id, label } = ensure;
    const ladder = memory.ladders.at(-1);
    memory.ladders = memory.ladders.slice(0, -1);
    let still: string;
    try {
      still = testEnsure(ensure, walk);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      still = error.message;
    }
    if (still === "") {
      walk.record(ensure, id, label, "fixed");
      return;
    }
    if (!walk.isPreview && ladder?.awaitsRestart === true) walk.world.setMark("Restart", id, true);
    if (!ladder || ladder.first === "") {
      walk.record(ensure, id, label, "failed", still);
      return;
    }
    walk.record(ensure, id, label, ladder.outcome === "deviates" || ladder.outcome === "after" ? "after" : "waiting", still, ladder.first);
  });
}
