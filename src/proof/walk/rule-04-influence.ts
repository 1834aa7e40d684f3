import type { PlanNode } from "../../plan/plan.ts";
import type { Precedents } from "../../plan/influence.ts";
import type { Memory, Undone } from "./memory.ts";
import { copyMemory, emptyMemory } from "./memory.ts";
import { each, merge } from "./walk.ts";
import type { Config, Search, Walk } from "./walk.ts";

const NOT_DONE: readonly Undone[] = ["waiting", "deviates"];

/** Semantics 4: what an item waits for that reads, or is provided by, what one before it has not done. */
export function findCause(node: PlanNode, walk: Walk): string {
  const { after, needs } = precedentsOf(node, walk);
  return findOutcome([...after, ...needs], NOT_DONE, walk) || findOutcome(needs, ["blocked"], walk);
}

/** Looked at in advance, what reads something that a fix before it would change comes out as nobody can know yet. */
export function isForecast(node: PlanNode, id: string, label: string, walk: Walk): boolean {
  if (!walk.isPreview) return false;
  const { after, needs } = precedentsOf(node, walk);
  const cause = findOutcome([...after, ...needs], ["deviates", "after"], walk);
  if (cause !== "") walk.record(node, id, label, "after", "", cause);
  return cause !== "";
}

/**
 * What is taken away to come again is looked at as a whole, as with `-WhatIf`, before the first thing goes: while anything in it is blocked nothing in it is changed, and what would be waits for
 * that.
 */
export function walkTogether(
  configs: readonly Config[],
  search: Search,
  body: (configs: readonly Config[]) => readonly Config[],
): readonly Config[] {
  const looking = configs.map(({ state, memory, trail }): Config => {
    const preview = copyMemory(memory);
    preview.armed = "";
    preview.preview = { saved: memory.cells.row, cause: "", records: [] };
    return { state, memory: preview, trail };
  });
  const looked = body(looking);
  const restored = looked.map(({ state, memory, trail }) => ({
    free: memory.preview?.cause === "",
    config: { state, memory: restore(memory), trail },
  }));
  const free = restored.filter((one) => one.free).map(({ config }) => config);
  const held = each(
    "told again",
    restored.filter((one) => !one.free).map(({ config }) => config),
    search,
    (walk) => {
      const { told } = walk.memory;
      walk.memory.told = undefined;
      for (const { id, label, outcome, behind } of told?.records ?? []) {
        if (outcome === "deviates" || outcome === "after") walk.record(undefined, id, label, "waiting", "", told?.cause);
        else walk.record(undefined, id, label, outcome, "", behind);
      }
    },
  );
  return merge(search, body(merge(search, free)), held);
}

/** The memory from before, with what was found out of the machine for this run, and what is to be told again. */
function restore(memory: Memory): Memory {
  const { preview, left } = memory;
  const restored = emptyMemory(memory.cells.space);
  for (const [id, value] of (preview?.saved ?? []).entries()) restored.cells.put(id, value);
  for (const name of memory.cells.membersOf("found")) restored.cells.set(name, memory.cells.get(name) as string);
  restored.left = left;
  if (!memory.is("mayBeKilled")) restored.unnote("mayBeKilled");
  if (preview && preview.cause !== "") restored.told = preview;
  return restored;
}

function precedentsOf(node: PlanNode, walk: Walk): { readonly after: readonly string[]; readonly needs: readonly string[] } {
  const found = walk.context.influence.precedents.get(node);
  return { after: idsOf(found?.after), needs: idsOf(found?.needs) };
}

function idsOf(list: Precedents["after"] | undefined): readonly string[] {
  return list === undefined ? [] : "ids" in list ? list.ids : list;
}

function findOutcome(ids: readonly string[], wanted: readonly Undone[], walk: Walk): string {
  return ids.find((id) => wanted.includes(walk.memory.outcomeOf(id) as Undone)) ?? "";
}
