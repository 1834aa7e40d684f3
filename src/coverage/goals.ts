import { stagedBlockers } from "../generated/kind-staged-blockers.ts";
import type { Origin, Plan, PlanAction, PlanEach, PlanNode, PlanRequire, PlanStep, PlanWhen } from "../plan/plan.ts";
import { labelText } from "../plan/lower/resources.ts";

/** What coverage counts apart. */
export type GoalGroup = "items" | "branches" | "blockers";

/** One thing that a run of a remedy may do, and that a scenario should have seen. */
export interface Goal {
  /** Unique in a remedy, and the same for each of its targets. */
  readonly key: string;
  readonly group: GoalGroup;
  /** In words: `service Spooler: state running: found so`. */
  readonly text: string;
  readonly origin: Origin;
  /** The statement, or the step with its guard. */
  readonly node: PlanNode | PlanStep;
}

/** Keys of what can be told of a statement. Of an item these are how it came out. */
export const keyOf = {
  item: (id: string, outcome: string): string => `${id} ${outcome}`,
  blocker: (id: string, name: string): string => `${id} blocked: ${name}`,
  /** The statements of an item's `else` are walked. */
  else: (id: string): string => `${id} else`,
  /** A `require` that stands first in a `fix` is false. */
  precondition: (id: string, origin: Origin): string => `${id} precondition ${placeOf(origin)}`,
  guard: (node: PlanWhen<PlanNode> | PlanStep, holds: boolean): string => `guard ${placeOf(node.origin)} ${holds}`,
  each: (node: PlanEach<PlanNode>, isEmpty: boolean): string => `each ${placeOf(node.origin)} ${isEmpty ? "none" : "some"}`,
  reboot: (id: string, asks: boolean): string => `${id} ${asks ? "asks" : "passes"}`,
};

/** Where a statement stands, and through which `use`s it came. */
function placeOf({ span, via }: Origin): string {
  return [span, ...via].map(({ file, start }) => `${file.path}:${start}`).join(" < ");
}

/** Everything that runs of a remedy may do, in source order: each item both ways, each branch, each blocker that scenarios can bring about. */
export function listGoals(plan: Plan): readonly Goal[] {
  const goals: Goal[] = [];
  const add = (node: Goal["node"], group: GoalGroup, key: string, text: string, origin: Origin = node.origin): void =>
    void goals.push({ key, group, text, origin, node });
  const walk = (node: PlanNode): void => {
    switch (node.kind) {
      case "ensure":
        add(node, "items", keyOf.item(node.id, "ok"), `${node.label}: found so`);
        add(node, "items", keyOf.item(node.id, "fixed"), `${node.label}: fixed`);
        for (const { name, given } of stagedBlockers[node.resource.resourceKind] ?? [])
          if (given(node) !== undefined) add(node, "blockers", keyOf.blocker(node.id, name), `${node.label}: blocked, ${name}`);
        if (node.otherwise.length > 0) add(node, "branches", keyOf.else(node.id), `${node.label}: 'else' is walked`);
        node.otherwise.forEach(walk);
        break;
      case "check":
      case "routine": {
        const title = labelText(node.title);
        add(node, "items", keyOf.item(node.id, "ok"), `${title}: ${node.kind === "check" ? "found so" : "not due"}`);
        add(node, "items", keyOf.item(node.id, "fixed"), `${title}: ${node.kind === "check" ? "fixed" : "done"}`);
        for (const { guard, origin } of preconditionsOf(node.actions))
          add(node, "branches", keyOf.precondition(node.id, origin), `${title}: its fix is held back, not ${guard.text}`, origin);
        break;
      }
      case "require":
        add(node, "branches", keyOf.item(node.id, "ok"), `require ${node.guard.text}: holds`);
        add(node, "branches", keyOf.item(node.id, "blocked"), `require ${node.guard.text}: does not hold`);
        break;
      case "when":
        addGuard(node, `when ${node.guard.text}`);
        node.body.forEach(walk);
        node.otherwise.forEach(walk);
        break;
      case "each":
        add(node, "branches", keyOf.each(node, true), `${node.text}: none`);
        add(node, "branches", keyOf.each(node, false), `${node.text}: some`);
        node.body.forEach(walk);
        break;
      case "with":
        node.body.forEach(walk);
        break;
      case "reboot":
        add(node, "branches", keyOf.reboot(node.id, true), `reboot when ${node.guard.text}: asks`);
        add(node, "branches", keyOf.reboot(node.id, false), `reboot when ${node.guard.text}: does not ask`);
        break;
      case "warn":
        break;
      default:
        node satisfies never;
    }
  };
  const addGuard = (node: PlanWhen<PlanNode> | PlanStep, text: string): void => {
    add(node, "branches", keyOf.guard(node, true), `${text}: holds`);
    add(node, "branches", keyOf.guard(node, false), `${text}: does not hold`);
  };
  for (const step of plan.steps) {
    if (step.guard) addGuard(step, `step ${step.name} when ${step.guard.text}`);
    step.body.forEach(walk);
  }
  return goals;
}

/** What is asked before the first action of a `fix`. */
export function preconditionsOf(actions: readonly PlanAction[]): readonly PlanRequire[] {
  const first = actions.findIndex(({ kind }) => kind !== "require");
  return actions.slice(0, first < 0 ? actions.length : first).filter((action) => action.kind === "require");
}
