import type { PlanReboot } from "../../plan/plan.ts";
import { isHolding } from "../evaluate.ts";
import { Unreadable } from "../world.ts";
import { isForecast } from "./rule-04-influence.ts";
import type { Walk } from "./walk.ts";

/**
 * Semantics 7: `reboot when c` asks where c holds and something above was fixed, or as soon as something behind it would be. Never twice for one cause: where Windows has restarted since it
 * asked and c still holds, the walk goes on.
 */
export function walkReboot(node: PlanReboot, walk: Walk): void {
  const { world } = walk;
  const label = `reboot when ${node.guard.text}`;
  if (walk.memory.halt !== "" || isForecast(node, node.id, label, walk)) return;
  let holds: boolean;
  try {
    holds = isHolding(node.guard.condition, walk);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    walk.record(node, node.id, label, "blocked", error.message);
    return;
  }
  if (!holds) {
    if (!walk.isPreview) for (const kind of ["Asked", "AskedSince"]) world.setMark(kind, node.id, false);
    return;
  }
  if (walk.isChanged(node.id)) {
    requestRestart(node.id, walk);
    return;
  }
  if (world.hasMark("Asked", node.id) && !world.hasMark("AskedSince", node.id)) return;
  if (walk.memory.armed === "") walk.memory.armed = node.id;
}

/** Asks for a restart; nothing behind it is changed. */
export function requestRestart(id: string, walk: Walk): void {
  const { memory, world } = walk;
  memory.armed = "";
  if (!walk.isPreview) {
    for (const kind of ["Asked", "AskedSince"]) world.setMark(kind, id, true);
    memory.note("needsRestart");
    world.events.push({ kind: "restart-asked", by: id });
  }
  walk.record(undefined, id, "reboot", walk.isPreview ? "deviates" : "restart", "restart first");
  memory.halt = id;
}
