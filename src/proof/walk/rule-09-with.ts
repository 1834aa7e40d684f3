import type { PlanAction, PlanNode, PlanResource, PlanWith } from "../../plan/plan.ts";
import { each, nameOf } from "./walk.ts";
import type { Thing } from "../thing.ts";
import type { Config, Search, Walk } from "./walk.ts";

/**
 * Semantics 9: what `with` names is stopped before the first fix inside it, and what ran is started afterwards. A run that is killed in between leaves it stopped, and the next one starts it
 * again.
 */
export function walkWith(
  node: PlanWith<PlanNode>,
  configs: readonly Config[],
  search: Search,
  body: (configs: readonly Config[]) => readonly Config[],
): readonly Config[] {
  if (node.resources.length === 0) return body(configs);
  const [first] = configs;
  if (!first) return configs;
  search.context.frames.set(first.memory.frames.length + 1, node.resources);
  const entered = each(`with ${nameOf(node)}`, configs, search, (walk) => {
    walk.memory.frames = [...walk.memory.frames, null];
  });
  return each("end of with", body(entered), search, (walk) => {
    const stopped = walk.memory.frames.at(-1) ?? [];
    walk.memory.frames = walk.memory.frames.slice(0, -1);
    for (const identity of [...stopped].reverse()) startAgain(identity, walk);
  });
}

/** Before a fix: stops what the blocks around it name, outermost first. */
export function suspendFrames(walk: Walk): void {
  if (walk.isPreview) return;
  walk.memory.frames = walk.memory.frames.map((frame, i) => frame ?? stopAll(walk.context.frames.get(i + 1) ?? [], walk));
}

/** Stops things for a while; gives those that ran. */
export function stopAll(resources: readonly PlanResource[], walk: Walk): readonly string[] {
  const stopped: string[] = [];
  for (const resource of resources) {
    const thing = walk.world.thing(resource);
    if (!thing.kind.model.stop || !thing.exists() || !thing.kind.model.stop(thing)) continue;
    walk.world.setMark("Stopped", thing.identity, true);
    stopped.push(thing.identity);
    walk.world.changeDone();
  }
  return stopped;
}

/** `with` among the actions of a check. */
export function actWith(node: PlanWith<PlanAction>, walk: Walk, body: () => void): void {
  const stopped = stopAll(node.resources, walk);
  body();
  for (const identity of [...stopped].reverse()) startAgain(identity, walk);
}

/** Starts again what was stopped; what does not start is a failed item, which later runs leave as it is. */
function startAgain(identity: string, walk: Walk): void {
  const resource = walk.context.stoppable.get(identity);
  const why = resource && refusesStart(walk.world.thing(resource));
  if (resource && why !== undefined) {
    walk.record(undefined, walk.memory.step, resource.label, "failed", `not started again: ${why}`);
    return;
  }
  resume(identity, walk);
}

/** What a killed run left stopped is started again, whatever else the run comes to, but for what somebody has disabled. */
export function resumeStopped(walk: Walk): void {
  for (const identity of walk.world.marks("Stopped")) resume(identity, walk);
}

function resume(identity: string, walk: Walk): void {
  const resource = walk.context.stoppable.get(identity);
  walk.world.setMark("Stopped", identity, false);
  if (!resource) return;
  const thing = walk.world.thing(resource);
  if (thing.exists() && refusesStart(thing) === undefined) thing.kind.model.start?.(thing);
}

/** Whether a run is owed what an earlier one stopped. */
export function isLeftStopped(walk: Walk): boolean {
  return walk.world.marks("Stopped").some((identity) => {
    const resource = walk.context.stoppable.get(identity);
    return resource !== undefined && walk.world.thing(resource).exists() && refusesStart(walk.world.thing(resource)) === undefined;
  });
}

function refusesStart(thing: Thing): string | undefined {
  return thing.exists() ? thing.kind.model.refusesStart?.(thing) : undefined;
}
