import { equalValues, showValue } from "../../checker/values.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { spoken } from "../lower/resources.ts";
import type { Plan, PlanEnsure, PlanExpression, PlanNode, PlanResource } from "../plan.ts";
import { not } from "../simplify.ts";
import { assume, evaluateUnderFacts, expressionKey } from "./facts.ts";
import type { Facts } from "./facts.ts";

/** An `ensure` with the conditions under which it stands, outermost first. */
interface Guarded {
  readonly ensure: PlanEnsure;
  readonly order: number;
  readonly guards: readonly PlanExpression[];
  /** The `ensure`s in the block of whose `else` it stands, outermost first. */
  readonly ladders: readonly PlanEnsure[];
}

/** What an `ensure` says of one resource: its own, or one that its `provides` names. */
interface Claim {
  readonly by: Guarded;
  readonly resource: PlanResource;
  readonly presence: "absent" | "present";
  readonly states: PlanEnsure["states"];
}

interface Conflict {
  readonly property: string;
  readonly first: string;
  readonly second: string;
}

/**
 * Semantics 6: two `ensure`s of one resource that contradict each other are an error, unless the earlier stands under a guard that is false once
 * the later one holds. The guard is folded over what the remedy ensures: the later one's own claims, and those of every `ensure` behind the
 * earlier one that is unconditional or stands under guards that the later one has too. What stands in the block of an `else` is not walked any more once
 * the item before it holds: nothing later contradicts it, it does not contradict that item, and of what it says of others only that counts which
 * nothing later in the block takes back (`absent`, then `present`).
 */
export function checkContradictions(plan: Plan): Diagnostic[] {
  const guarded = collectGuarded(plan);
  const claims = new Map<string, Claim[]>();
  for (const item of guarded) {
    for (const claim of claimsOf(item)) claims.set(claim.resource.identity, [...(claims.get(claim.resource.identity) ?? []), claim]);
  }
  const diagnostics: Diagnostic[] = [];
  for (const sameResource of claims.values()) {
    sameResource.forEach((later, i) => {
      for (const earlier of sameResource.slice(0, i)) {
        if (earlier.by === later.by || isPassing(earlier, later, sameResource.slice(i + 1))) continue;
        const conflict = findConflict(earlier, later);
        if (conflict && !isGuardedAway(earlier.by, later.by, guarded)) diagnostics.push(report(earlier, later, conflict));
      }
    });
  }
  return diagnostics;
}

function collectGuarded(plan: Plan): Guarded[] {
  const found: Guarded[] = [];
  const visit = (node: PlanNode, guards: readonly PlanExpression[], ladders: readonly PlanEnsure[]): void => {
    switch (node.kind) {
      case "ensure":
        found.push({ ensure: node, order: found.length, guards, ladders });
        for (const inner of node.otherwise) visit(inner, guards, [...ladders, node]);
        break;
      case "when":
        for (const inner of node.body) visit(inner, [...guards, node.guard.condition], ladders);
        for (const inner of node.otherwise) visit(inner, [...guards, not(node.guard.condition)], ladders);
        break;
      case "each":
      case "with":
        for (const inner of node.body) visit(inner, guards, ladders);
        break;
      case "require":
      case "warn":
      case "check":
      case "reboot":
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of plan.steps) for (const node of step.body) visit(node, step.guard ? [step.guard.condition] : [], []);
  return found;
}

function claimsOf(by: Guarded): Claim[] {
  const { ensure } = by;
  const own: Claim = { by, resource: ensure.resource, presence: ensure.presence, states: ensure.states };
  const provided = ensure.presence === "present" ? ensure.provides : [];
  return [own, ...provided.map((resource): Claim => ({ by, resource, presence: "present", states: [] }))];
}

/** Whether a contradiction is over when the item of an `else` holds: the earlier one stands in its block, or is the item itself, or the later one is taken back there. */
function isPassing(earlier: Claim, later: Claim, behind: readonly Claim[]): boolean {
  if (earlier.by.ladders.length > 0 || later.by.ladders.includes(earlier.by.ensure)) return true;
  const block = later.by.ladders.at(-1);
  return block !== undefined && behind.some((claim) => claim.by.ladders.includes(block) && findConflict(later, claim) !== undefined);
}

function findConflict(earlier: Claim, later: Claim): Conflict | undefined {
  if (earlier.presence !== later.presence) return { property: "presence", first: earlier.presence, second: later.presence };
  for (const first of earlier.states) {
    const second = later.states.find((state) => state.name === first.name);
    if (!second || first.value.kind !== "constant" || second.value.kind !== "constant") continue;
    if (!equalValues(first.value.value, second.value.value, true) && !isAdditive(first)) {
      return { property: first.name, first: showValue(first.value.value), second: showValue(second.value.value) };
    }
  }
  return undefined;
}

/** `includes` and `excludes` name members that must or must not be there; two lists add up. */
function isAdditive(state: PlanEnsure["states"][number]): boolean {
  return state.name === "includes" || state.name === "excludes";
}

function isGuardedAway(earlier: Guarded, later: Guarded, all: readonly Guarded[]): boolean {
  if (earlier.guards.length === 0) return false;
  const laterGuards = new Set(later.guards.map(expressionKey));
  const holding = all.filter(
    (item) =>
      item.order > earlier.order && item.ladders.length === 0 && item.guards.every((guard) => laterGuards.has(expressionKey(guard))),
  );
  const facts: Facts = { claims: new Map(), conditions: assume(later.guards) };
  for (const item of [...holding, later]) for (const claim of claimsOf(item)) addClaim(facts, claim);
  return earlier.guards.some((guard) => evaluateUnderFacts(guard, facts) === false);
}

function addClaim(facts: Facts, claim: Claim): void {
  const known = facts.claims.get(claim.resource.identity);
  const states = new Map(known?.exists === (claim.presence === "present") ? known.states : []);
  for (const state of claim.states) if (state.value.kind === "constant") states.set(state.name, state.value.value);
  facts.claims.set(claim.resource.identity, { exists: claim.presence === "present", states });
}

function report(earlier: Claim, later: Claim, conflict: Conflict): Diagnostic {
  const { property, first, second } = conflict;
  return createDiagnostic(
    "RMD4001",
    later.by.ensure.origin.span,
    { resource: later.resource.label, property: spoken(property), first, second },
    { related: [{ message: `The earlier ensure is here (${first}).`, span: earlier.by.ensure.origin.span }] },
  );
}
