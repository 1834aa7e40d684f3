import type { Plan } from "../plan/plan.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { compareOutlines, tellWhole } from "./compare.ts";
import type { Change } from "./compare.ts";
import { outlinePlan } from "./outline.ts";
import type { Content, Outline } from "./outline.ts";

/** A plan with what its device gets besides it. */
export interface FleetPlan {
  readonly plan: Plan;
  readonly content: Content;
  readonly catalog: Catalog;
}

/** What is different of a remedy. */
export interface RemedyDifference {
  readonly remedy: string;
  readonly change: "added" | "changed" | "removed";
  readonly title: string;
  /** Versions; undefined where there is no such remedy. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Of the new one, or of what is gone. */
  readonly targets: readonly string[];
  readonly addedTargets: readonly string[];
  readonly removedTargets: readonly string[];
  /** What is different for which targets: those for which the same is, together. */
  readonly sets: readonly ChangeSet[];
}

export interface ChangeSet {
  readonly targets: readonly string[];
  readonly changes: readonly Change[];
}

/** What two states of a fleet do otherwise. */
export interface FleetDifference {
  readonly remedies: readonly RemedyDifference[];
  /** How many remedies are in both and mean the same. */
  readonly same: number;
}

/** Compares remedies by their names, those of the new state first, in its order. */
export function compareFleets(before: readonly FleetPlan[], after: readonly FleetPlan[]): FleetDifference {
  const old = groupPlans(before);
  const now = groupPlans(after);
  const remedies: RemedyDifference[] = [];
  let same = 0;
  for (const [key, plans] of now) {
    const difference = compareRemedies(old.get(key), plans);
    if (difference) remedies.push(difference);
    else same++;
  }
  for (const [key, plans] of old) if (!now.has(key)) remedies.push(tellRemedy(plans, "removed"));
  return { remedies, same };
}

/** By target. Two remedies of one name are told apart by their files' order. */
type RemedyPlans = Map<string, FleetPlan>;

function groupPlans(plans: readonly FleetPlan[]): Map<string, RemedyPlans> {
  const groups = new Map<string, RemedyPlans>();
  for (const one of plans) {
    const { remedy, target } = one.plan;
    let key = remedy.name;
    while (groups.get(key)?.has(target)) key += " ";
    const group = groups.get(key) ?? new Map<string, FleetPlan>();
    groups.set(key, group.set(target, one));
  }
  return groups;
}

function outline({ plan, catalog, content }: FleetPlan): Outline {
  return outlinePlan(plan, catalog, content);
}

function compareRemedies(old: RemedyPlans | undefined, now: RemedyPlans): RemedyDifference | undefined {
  if (!old) return tellRemedy(now, "added");
  const addedTargets = [...now.keys()].filter((target) => !old.has(target));
  const removedTargets = [...old.keys()].filter((target) => !now.has(target));
  const sets = groupAlike(
    [...now].flatMap(([target, plan]) => {
      const other = old.get(target);
      return other ? [{ target, changes: compareOutlines(outline(other), outline(plan)) }] : [];
    }),
  );
  // Where no target is in both, what it does is compared all the same.
  const [first] = old.values();
  const [other] = now.values();
  if (addedTargets.length === now.size && first && other)
    sets.push({ targets: addedTargets, changes: compareOutlines(outline(first), outline(other)) });
  const told = sets.filter(({ changes }) => changes.length > 0);
  if (told.length + addedTargets.length + removedTargets.length === 0) return undefined;
  return { ...head(old, now), change: "changed", addedTargets, removedTargets, sets: told };
}

function tellRemedy(plans: RemedyPlans, change: "added" | "removed"): RemedyDifference {
  const sets = groupAlike([...plans].map(([target, plan]) => ({ target, changes: tellWhole(outline(plan), change) })));
  const both = change === "added" ? head(undefined, plans) : head(plans, undefined);
  return { ...both, change, addedTargets: [], removedTargets: [], sets };
}

function head(old: RemedyPlans | undefined, now: RemedyPlans | undefined) {
  const before = old?.values().next().value?.plan.remedy;
  const after = now?.values().next().value?.plan.remedy;
  return {
    remedy: (after ?? before)?.name ?? "",
    title: (after ?? before)?.title ?? "",
    from: before?.version,
    to: after?.version,
    targets: [...(now ?? old ?? new Map<string, FleetPlan>()).keys()],
  };
}

function groupAlike(all: readonly { readonly target: string; readonly changes: readonly Change[] }[]): ChangeSet[] {
  const groups = new Map<string, { readonly targets: string[]; readonly changes: readonly Change[] }>();
  for (const { target, changes } of all) {
    const key = JSON.stringify(changes, (name, value: unknown) => (name === "origin" ? undefined : value));
    const group = groups.get(key);
    if (group) group.targets.push(target);
    else groups.set(key, { targets: [target], changes });
  }
  return [...groups.values()];
}
