import type { PlanGuard, PlanNode } from "../../plan/plan.ts";
import { isApp } from "../../targets/target.ts";
import { targets } from "../../targets/targets.ts";
import { isTrue, bool } from "../cell.ts";
import { isHolding } from "../evaluate.ts";
import { markOf, Unreadable } from "../world.ts";
import { testEnsure } from "./rule-01-item.ts";
import { isLeftStopped } from "./rule-09-with.ts";
import { elementsOf, setElement } from "./rule-10-each.ts";
import type { ProofNode, ProofStep, Walk } from "./walk.ts";

export type DetectOutcome = "compliant" | "noncompliant" | "blocked";

interface Findings {
  readonly deviating: string[];
  blocked: number;
}

/**
 * Semantics 5: tests and `require`s to the end of the step in which the first item would be fixed or is blocked; in that step what reads a thing that the fix of a deviating item would change is
 * passed over.
 */
export function detect(steps: readonly ProofStep[], walk: Walk): DetectOutcome {
  const found: Findings = { deviating: [], blocked: 0 };
  const isOfApp = isApp(targets[walk.plan.target]);
  for (const step of steps) {
    // Whether an app is installed does not depend on what it requires.
    if (step.isRequirement && isOfApp) continue;
    if (found.deviating.length + found.blocked > 0) break;
    if (!step.guard || holds(step.guard, found, walk) === true) block(step.body, found, walk);
  }
  if (isLeftStopped(walk)) found.deviating.push("resume");
  return found.deviating.length > 0 ? "noncompliant" : found.blocked > 0 ? "blocked" : "compliant";
}

function block(nodes: readonly ProofNode[], found: Findings, walk: Walk): void {
  for (const node of nodes) {
    if (node.kind === "foreign" || !isUntouched(node, found, walk)) continue;
    if (!statement(node, found, walk)) return;
  }
}

/** False where the rest of the block is not looked at. */
function statement(node: PlanNode, found: Findings, walk: Walk): boolean {
  switch (node.kind) {
    case "require":
      return holds(node.guard, found, walk) === true || miss(found);
    case "ensure":
      test(node.id, () => testEnsure(node, walk) === "", found);
      return true;
    case "check":
      test(node.id, () => isHolding(node.guard.condition, walk), found);
      return true;
    case "routine":
      test(node.id, () => !isTrue(walk.world.read(markOf("Due", node.id), [bool(true), bool(false)])), found);
      return true;
    case "when": {
      const holding = holds(node.guard, found, walk);
      if (holding !== undefined) block(holding ? node.body : node.otherwise, found, walk);
      return true;
    }
    case "each":
      try {
        for (const element of elementsOf(node, walk)) {
          setElement(node, element, walk);
          block(node.body, found, walk);
        }
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        found.blocked++;
      }
      return true;
    case "with":
      block(node.body, found, walk);
      return true;
    case "warn":
    case "reboot":
      return true;
    default:
      return node satisfies never;
  }
}

/** A `require` that is false is a finding, unless it could not be read, which is one already. */
function miss(found: Findings): false {
  found.blocked = Math.max(found.blocked, 1);
  return false;
}

function test(id: string, isSo: () => boolean, found: Findings): void {
  try {
    if (!isSo()) found.deviating.push(id);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found.blocked++;
  }
}

function holds(guard: PlanGuard, found: Findings, walk: Walk): boolean | undefined {
  try {
    return isHolding(guard.condition, walk);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found.blocked++;
    return undefined;
  }
}

function isUntouched(node: PlanNode, found: Findings, walk: Walk): boolean {
  const precedents = walk.context.detection.precedents.get(node);
  if (!precedents || found.deviating.length === 0) return true;
  return ![precedents.after, precedents.needs].some((list) => ("ids" in list ? list.ids : list).some((id) => found.deviating.includes(id)));
}
