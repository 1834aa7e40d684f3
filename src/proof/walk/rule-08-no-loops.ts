import type { PlanAction, PlanCheck, PlanEnsure, PlanRoutine } from "../../plan/plan.ts";
import { collectChanges } from "../../plan/changes.ts";
import { visitPlan } from "../../plan/provides.ts";
import { collectReads } from "../../plan/reads.ts";
import { bool, isTrue, OPEN } from "../cell.ts";
import { Infeasible } from "../choices.ts";
import { isHolding } from "../evaluate.ts";
import { labelText } from "../../plan/lower/resources.ts";
import { markOf, Unreadable } from "../world.ts";
import { Failed, findBlocker, fixEnsure, hasAsked, testEnsure, walkItem } from "./rule-01-item.ts";
import type { Walk } from "./walk.ts";
import { actWith } from "./rule-09-with.ts";
import { elementsOf, setElement } from "./rule-10-each.ts";

/** How many failed runs in a row make a remedy rest for a day. */
export const RESTS_AFTER = 3;

/** Semantics 8: after three failed runs in a row nothing is fixed for a day. */
export function findRest({ world }: Walk): string {
  const count = world.countOf("Failed") ?? 0;
  return count >= RESTS_AFTER ? `${count} runs failed in a row` : "";
}

/** Notes how a run ended. */
export function noteEnd(outcome: string, { world }: Walk): void {
  if (outcome === "failed") world.setCount("Failed", Math.min((world.countOf("Failed") ?? 0) + 1, RESTS_AFTER));
  else if (outcome !== "blocked") world.setCount("Failed", undefined);
}

/** `check`: its actions run where its condition is false; what did not help is left for a day. */
export function walkCheck(node: PlanCheck, walk: Walk): void {
  const label = labelText(node.title);
  walkItem(
    {
      node,
      id: node.id,
      label,
      test: () => (isHolding(node.guard.condition, walk) ? "" : "it does not hold"),
      blocker: () => findActionBlocker(node.id, node.actions, walk),
      fix: () => {
        runActions(node, walk);
        const isOpen = isAnyOpen(node, walk) || node.actions.every(({ kind }) => kind === "ensure");
        const isOpened = !isHoldingOrUnreadable(node, walk) && openReads(node, walk, listKnown(node, walk));
        // It may count only after the restart that they ask for.
        if (walk.asked) return;
        if (!isOpen && !isOpened && !isHoldingOrUnreadable(node, walk)) throw new Failed("it still does not hold");
        // That they do not help is a disturbance of its own; whether they ever do, `prove.ts` asks.
        if (!isHoldingOrUnreadable(node, walk)) {
          walk.context.unhelped.set(node.id, walk.world.events);
          throw new Infeasible();
        }
        walk.context.helped.add(node.id);
      },
      ladder: undefined,
    },
    walk,
  );
  if (!node.every) forgetHelped(node.id, walk);
}

/** Windows has restarted, for which the actions of a check asked: what they change, and what its condition reads, may be otherwise now. */
export function openAfterRestart(node: PlanCheck, walk: Walk): void {
  for (const resource of collectChanges(node.actions)) walk.world.thing(resource).openAll();
  openReads(node, walk);
}

/** What a verb does beyond its thing nobody knows: all that the condition reads may be otherwise now, but for what is `known`. Whether there is any such. */
function openReads(node: PlanCheck, walk: Walk, known: ReadonlySet<string> = new Set()): boolean {
  const { now } = walk.world;
  const opened = variablesOf(node, walk, known).filter((variable) => now.has(variable));
  for (const variable of opened) now.set(variable, OPEN);
  return opened.length > 0;
}

/** Whether something that the condition reads turns out only when it is read. */
function isAnyOpen(node: PlanCheck, walk: Walk): boolean {
  return variablesOf(node, walk).some((variable) => walk.world.now.get(variable)?.kind === "open");
}

function variablesOf(node: PlanCheck, { world, context }: Walk, but: ReadonlySet<string> = new Set()): readonly string[] {
  return collectReads(node.guard.condition)
    .filter(({ identity }) => !but.has(identity))
    .flatMap(({ identity }) => [...world.now.variablesOf(identity), ...(context.derived.get(identity) ?? [])]);
}

/** Things of which it is known what the actions make of them: of what is ensured, and of verbs of which their kind tells it. */
function listKnown(node: PlanCheck, { context }: Walk): ReadonlySet<string> {
  const known = new Set(collectChanges(node.actions).map(({ identity }) => identity));
  visitPlan([{ body: [node], onFailure: [] }], (one) => {
    if (one.kind === "verb" && !context.findKind(one.resource).model.verbs?.[one.verb]) known.delete(one.resource.identity);
  });
  return known;
}

function isHoldingOrUnreadable(node: PlanCheck, walk: Walk): boolean {
  try {
    return isHolding(node.guard.condition, walk);
  } catch (error) {
    if (error instanceof Unreadable) return true;
    throw error;
  }
}

/** `check … every d` without a condition: due by its time alone. */
export function walkRoutine(node: PlanRoutine, walk: Walk): void {
  const due = markOf("Due", node.id);
  walkItem(
    {
      node,
      id: node.id,
      label: labelText(node.title),
      test: () => (isTrue(walk.world.read(due, [bool(true), bool(false)])) ? "it is due" : ""),
      blocker: () => findActionBlocker(node.id, node.actions, walk),
      fix: () => {
        runActions(node, walk);
        walk.world.now.set(due, bool(false));
      },
      ladder: undefined,
    },
    walk,
  );
  forgetHelped(node.id, walk);
}

/** Actions that helped may be tried again. */
function forgetHelped(id: string, { came, world }: Walk): void {
  if (came === "ok" || came === "fixed") world.setMark("Check", id, false);
}

function findActionBlocker(id: string, actions: readonly PlanAction[], walk: Walk): string {
  if (walk.world.hasMark("Check", id)) return "its actions ran and did not help";
  for (const action of actions) {
    if (action.kind !== "require") return "";
    try {
      if (!isHolding(action.guard.condition, walk)) return `a precondition of its fix: ${action.guard.text}`;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return error.message;
    }
  }
  return "";
}

function runActions(node: PlanCheck | PlanRoutine, walk: Walk): void {
  walk.world.setMark("Check", node.id, true);
  if (walk.memory.is("neverHelps")) {
    walk.memory.tried = node.id;
    throw new Failed("its actions do not help");
  }
  if (walk.world.disturb("fix-fails", `the actions of ${labelText(node.title)} do not help`, node.id, undefined))
    throw new Failed("its actions do not help");
  walk.isActing = true;
  try {
    act(node.actions, walk);
  } finally {
    walk.isActing = false;
  }
}

function act(actions: readonly PlanAction[], walk: Walk): void {
  for (const action of actions) {
    switch (action.kind) {
      case "require":
        if (!isHolding(action.guard.condition, walk)) throw new Failed(`a precondition does not hold: ${action.guard.text}`);
        break;
      case "when":
        act(isHolding(action.guard.condition, walk) ? action.body : action.otherwise, walk);
        break;
      case "each":
        for (const element of elementsOf(action, walk)) {
          setElement(action, element, walk);
          act(action.body, walk);
        }
        break;
      case "with":
        actWith(action, walk, () => act(action.body, walk));
        break;
      case "ensure":
        apply(action, walk);
        break;
      case "verb": {
        const thing = walk.world.thing(action.resource);
        const verb = thing.kind.model.verbs?.[action.verb];
        if (verb) {
          const why = verb(thing, new Set(action.options.map(({ name }) => name)));
          if (why !== undefined) throw new Failed(why);
        } else for (const { name } of thing.kind.declared.properties) thing.open(name);
        walk.world.changeDone();
        break;
      }
      default:
        action satisfies never;
    }
  }
}

/** `ensure` among actions: tested, fixed, tested again. */
function apply(ensure: PlanEnsure, walk: Walk): void {
  if (testEnsure(ensure, walk) === "") return;
  const blocker = findBlocker(ensure, walk);
  if (blocker !== "") {
    // Nothing of the remedy is to blame for that.
    walk.memory.note("isHeldBack");
    throw new Failed(blocker);
  }
  const asked = walk.asked;
  walk.asked = false;
  fixEnsure(ensure, walk);
  const why = testEnsure(ensure, walk);
  if (hasAsked(walk)) return;
  if (why !== "") throw new Failed(why);
  walk.asked = asked;
}
