import { stagedBlockers } from "../generated/kind-staged-blockers.ts";
import { labelText } from "../plan/lower/resources.ts";
import type { Plan, PlanNode, PlanStep } from "../plan/plan.ts";
import { keyOf, preconditionsOf } from "./goals.ts";

/** How an item came out, as the script's log has it. */
export interface ItemRecord {
  /** Of the element of an `each`: `users.1[ann]`; of a guard that cannot be read that of its step. */
  readonly id: string;
  readonly label: string;
  readonly outcome: string;
  readonly why: string;
}

/** Which goals of a remedy one run reached, by what it wrote of its items: what has no items in a run was passed over, or was not come to. */
export function observeRun(plan: Plan, records: readonly ItemRecord[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const byId = new Map<string, ItemRecord[]>();
  for (const record of records) {
    const id = record.id.replace(/\[.*$/s, "");
    byId.set(id, [...(byId.get(id) ?? []), record]);
  }
  const recordsOf = (id: string): readonly ItemRecord[] => byId.get(id) ?? [];
  const isWalked = (node: PlanNode): boolean =>
    ("id" in node && recordsOf(node.id).length > 0) || childrenOf(node).some((inner) => isWalked(inner));
  let isHalted = false;

  /** Statements of a block that the run came to, up to a `require` that left it in each of its turns. */
  const block = (nodes: readonly PlanNode[], step: PlanStep): void => {
    for (const node of nodes) {
      const own = "id" in node ? recordsOf(node.id) : [];
      if (node.kind === "require") {
        for (const { outcome } of own) reached.add(keyOf.item(node.id, outcome));
        if (!own.some(({ outcome }) => outcome === "ok")) return;
      } else statement(node, own, step);
    }
  };
  const statement = (node: PlanNode, own: readonly ItemRecord[], step: PlanStep): void => {
    switch (node.kind) {
      case "ensure":
        for (const { outcome, why } of own) {
          reached.add(keyOf.item(node.id, outcome));
          if (outcome !== "blocked") continue;
          for (const blocker of stagedBlockers[node.resource.resourceKind] ?? [])
            if (blocker.given(node) !== undefined && blocker.why.test(why)) reached.add(keyOf.blocker(node.id, blocker.name));
        }
        if (node.otherwise.some(isWalked)) {
          reached.add(keyOf.else(node.id));
          block(node.otherwise, step);
        }
        break;
      case "check":
      case "routine":
        for (const { outcome, why } of own) {
          reached.add(keyOf.item(node.id, outcome));
          for (const { message, origin } of outcome === "blocked" ? preconditionsOf(node.actions) : [])
            if (why.includes(labelText(message))) reached.add(keyOf.precondition(node.id, origin));
        }
        break;
      case "when":
        branch(node, `when ${node.guard.text}`, node.body, node.otherwise, step);
        break;
      case "each":
        if (node.body.some(isWalked)) reached.add(keyOf.each(node, false));
        else if (node.body.some(leavesTrace) && !isUnread(step, node.text)) reached.add(keyOf.each(node, true));
        block(node.body, step);
        break;
      case "with":
        block(node.body, step);
        break;
      case "reboot":
        if (own.some(({ outcome }) => outcome === "restart")) reached.add(keyOf.reboot(node.id, true));
        else if (own.length === 0 && !isHalted) reached.add(keyOf.reboot(node.id, false));
        break;
      case "require":
      case "warn":
        break;
      default:
        node satisfies never;
    }
  };
  const isUnread = (step: PlanStep, label: string): boolean =>
    recordsOf(step.name).some((record) => record.outcome === "blocked" && record.label === label);
  const branch = (
    node: Parameters<typeof keyOf.guard>[0],
    label: string,
    body: readonly PlanNode[],
    otherwise: readonly PlanNode[],
    step: PlanStep,
  ): void => {
    const [went, wentElse] = [body.some(isWalked), otherwise.some(isWalked)];
    if (went) reached.add(keyOf.guard(node, true));
    if (wentElse) reached.add(keyOf.guard(node, false));
    if (went) block(body, step);
    if (wentElse) block(otherwise, step);
    if (went || wentElse || isUnread(step, label)) return;
    // Without a trace of the one it was the other, where that one leaves a trace.
    if (body.some(leavesTrace)) reached.add(keyOf.guard(node, false));
    else if (otherwise.some(leavesTrace)) reached.add(keyOf.guard(node, true));
  };
  for (const step of plan.steps) {
    if (step.guard) branch(step, `when ${step.guard.text}`, step.body, [], step);
    else block(step.body, step);
    isHalted ||= step.body.some((node) => isBad(node, recordsOf));
  }
  return reached;
}

/** Whether a run that comes to a statement writes something of it, whatever it finds. */
function leavesTrace(node: PlanNode): boolean {
  switch (node.kind) {
    case "ensure":
    case "check":
    case "routine":
    case "require":
      return true;
    case "with":
      return node.body.some(leavesTrace);
    case "when":
      return node.body.some(leavesTrace) && node.otherwise.some(leavesTrace);
    case "each":
    case "warn":
    case "reboot":
      return false;
    default:
      return node satisfies never;
  }
}

function childrenOf(node: PlanNode): readonly PlanNode[] {
  if (node.kind === "when") return [...node.body, ...node.otherwise];
  if (node.kind === "each" || node.kind === "with") return node.body;
  return node.kind === "ensure" ? node.otherwise : [];
}

/** Whether something in a statement halts the steps behind it. */
function isBad(node: PlanNode, recordsOf: (id: string) => readonly ItemRecord[]): boolean {
  const own = "id" in node ? recordsOf(node.id) : [];
  return (
    own.some(({ outcome }) => ["failed", "blocked", "restart"].includes(outcome)) ||
    childrenOf(node).some((inner) => isBad(inner, recordsOf))
  );
}
