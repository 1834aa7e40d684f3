import type { PlanEnsure, PlanNode, PlanProperty } from "../../plan/plan.ts";
import { compareValues, equalValues, showValue } from "../../checker/values.ts";
import type { Value } from "../../checker/value.ts";
import { comparisonFor } from "../../plan/lower/expressions.ts";
import { compareConstants } from "../../plan/simplify.ts";
import { hasAspect, setAspect } from "../aspects.ts";
import { variableOf } from "../cell.ts";
import { evaluate, memberName } from "../evaluate.ts";
import { givesOneOf, lacksMaker } from "../../plan/makers.ts";
import type { Members, ProofKind, Wish } from "../kind-model.ts";
import type { Thing } from "../thing.ts";
import { Unreadable } from "../world.ts";
import { findRest } from "./rule-08-no-loops.ts";
import { findCause, isForecast } from "./rule-04-influence.ts";
import { requestRestart } from "./rule-07-restart.ts";
import { cannotBeTried } from "./rule-19-else.ts";
import { suspendFrames } from "./rule-09-with.ts";
import type { Walk } from "./walk.ts";

/** One item: its test, what stands in the way of its fix, and the fix. */
export interface Item {
  readonly node: PlanNode;
  readonly id: string;
  readonly label: string;
  /** Gives the reason why it does not hold, or nothing. @throws Unreadable */
  readonly test: () => string;
  readonly blocker: () => string;
  /** Changes the machine. @throws Failed where it does not come to its end. */
  readonly fix: () => void;
  /** The `ensure` that has an `else`. */
  readonly ladder: PlanEnsure | undefined;
}

/** Thrown by a fix that fails. */
export class Failed extends Error {
  override readonly name = "Failed";
}

/** Semantics 1: the test; where it is false what stands in the way; else the fix, and the test again. */
export function walkItem(item: Item, walk: Walk): void {
  const { node, id, label } = item;
  if (isForecast(node, id, label, walk)) return;
  const tested = test(item);
  if (tested.why === "") {
    walk.record(node, id, label, "ok");
    return;
  }
  const behind = walk.memory.halt || findCause(node, walk);
  if (behind !== "") {
    walk.record(node, id, label, "waiting", tested.why, behind);
    return;
  }
  // Semantics 3: what cannot be read is never fixed.
  if (tested.isUnread) {
    walk.record(node, id, label, "blocked", tested.why);
    return;
  }
  if (walk.world.hasMark("Restart", id)) {
    walk.record(node, id, label, "restart", tested.why);
    return;
  }
  const rest = findRest(walk);
  if (rest !== "") {
    walk.record(node, id, label, "blocked", rest);
    return;
  }
  if (item.ladder && cannotBeTried(item.ladder, walk)) {
    walk.memory.pending = tested.why;
    return;
  }
  const blocker = item.blocker();
  if (blocker !== "") {
    walk.record(node, id, label, "blocked", blocker);
    return;
  }
  if (walk.memory.armed !== "") {
    requestRestart(walk.memory.armed, walk);
    walk.record(node, id, label, "waiting", tested.why, walk.memory.halt);
    return;
  }
  if (walk.isPreview) {
    walk.record(node, id, label, "deviates", tested.why);
    return;
  }
  useFix(item, walk);
}

function test(item: Item): { readonly why: string; readonly isUnread: boolean } {
  try {
    return { why: item.test(), isUnread: false };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { why: error.message, isUnread: true };
  }
}

/** Fixes an item and tests it again: fixed, failed, or counting after a restart. */
function useFix(item: Item, walk: Walk): void {
  const { node, id, label } = item;
  const { world } = walk;
  world.actor = id;
  walk.asked = false;
  // The first of the items that were fixed tells for all: `changed` asks for one above.
  const wasChanged = world.countOf("Changed");
  let why = "";
  try {
    const asked = walk.context.changeAsked.get(id);
    if (asked !== undefined) world.setCount("Changed", Math.min(wasChanged ?? Infinity, asked));
    suspendFrames(walk);
    item.fix();
    why = item.test();
  } catch (error) {
    if (!(error instanceof Failed || error instanceof Unreadable)) throw error;
    why = error.message;
    walk.asked = false;
  } finally {
    world.actor = "";
  }
  if (hasAsked(walk)) {
    walk.memory.note("needsRestart");
    world.events.push({ kind: "restart-asked", by: id });
    if (why === "") {
      world.setMark("Owed", "", true);
      walk.record(node, id, label, "fixed");
      return;
    }
    world.setMark("Restart", id, true);
    walk.record(node, id, label, "restart", why);
    return;
  }
  if (why === "") {
    walk.record(node, id, label, "fixed");
    return;
  }
  world.setCount("Changed", wasChanged);
  if (item.ladder) {
    walk.memory.pending = why;
    return;
  }
  walk.record(node, id, label, "failed", why);
}

/** Whether the fix asked for a restart. */
export function hasAsked({ asked }: Walk): boolean {
  return asked;
}

/** An `ensure` as an item. */
export function itemOf(ensure: PlanEnsure, walk: Walk): Item {
  return {
    node: ensure,
    id: ensure.id,
    label: ensure.label,
    test: () => testEnsure(ensure, walk),
    blocker: () => findBlocker(ensure, walk),
    fix: () => fixEnsure(ensure, walk),
    ladder: ensure.otherwise.length > 0 ? ensure : undefined,
  };
}

/** Whether what is wished is so: the reason why not, or nothing. @throws Unreadable */
export function testEnsure(ensure: PlanEnsure, walk: Walk): string {
  const thing = walk.world.thing(ensure.resource);
  if (walk.world.failsToRead(thing)) throw new Unreadable(`${thing.resource.label} cannot be read`);
  for (const { value } of ensure.states) evaluate(value, walk);
  const exists = thing.exists();
  if (ensure.presence === "absent") return exists ? "it is there" : lacks(ensure, thing);
  // What its fix cannot make, its test misses.
  if (!exists && thing.kind.declared.presumed && !thing.kind.model.makesFrom) throw new Unreadable(`there is no ${thing.resource.label}`);
  if (!exists && !isToldWhenMissing(ensure, thing)) return "it is not there";
  for (const provided of ensure.provides) if (!walk.world.thing(provided).exists()) return `${provided.label} is missing`;
  for (const state of ensure.states) {
    const why = testState(thing, state, walk);
    if (why !== "") return why;
  }
  return lacks(ensure, thing);
}

const lacks = (ensure: PlanEnsure, thing: Thing): string => thing.kind.model.lacks?.(thing, ensure) ?? "";

/** Whether all that is asked can be told of one that is not there: a feature that Windows does not have is not enabled. */
function isToldWhenMissing({ states }: PlanEnsure, { kind }: Thing): boolean {
  return states.length > 0 && states.every(({ name }) => kind.model.missing?.[name] !== undefined);
}

function testState(thing: Thing, { name, type, value }: PlanProperty, walk: Walk): string {
  const wished = evaluate(value, walk);
  const told = thing.kind.model.holds?.(thing, name, wished);
  if (told !== undefined) return told ? "" : `${name} is not as wished`;
  const aspect = thing.kind.model.aspects?.[name];
  if (aspect) return hasAspect(thing, aspect, wished) === true ? "" : `${name} is not as wished`;
  const compared = thing.kind.model.compares?.[name];
  if (compared !== undefined) {
    const is = thing.get(compared);
    return compareConstants(">=", comparisonFor(type), is, wished) === true ? "" : `${compared} is ${showValue(is)}`;
  }
  if (isMemberState(thing, name)) return wished.kind === "list" ? testMembers(thing, name, wished.elements) : "";
  const seen = thing.get(name);
  const isSame = compareConstants("==", comparisonFor(type), seen, wished) ?? equalValues(seen, wished, true);
  return isSame || thing.kind.model.accepts?.(name, seen, wished) === true ? "" : `${name} is ${showValue(seen)}`;
}

function testMembers(thing: Thing, name: string, elements: readonly Value[]): string {
  const { of, holds, isAll, orIn = [], through } = membersOf(thing, name);
  const isIn = (member: string): boolean =>
    [of, ...orIn].some((list) => isToldApart(thing, list, of) && thing.has(list, member)) ||
    (through?.(member) ?? []).some((group) => thing.has(of, group));
  const wrong = elements.find((element) => isIn(memberName(element)) !== holds);
  if (wrong) return `${name} ${holds ? "lacks" : "has"} ${showValue(wrong)}`;
  return isAll && thing.has(of, OTHERS) ? `${name} has others` : "";
}

/** Lists that the remedy does not name are looked at only as what they add up to. */
function isToldApart({ world, identity }: Thing, list: string, own: string): boolean {
  return list === own || world.context.constants.has(variableOf(identity, list));
}

/** Whoever the remedy does not name. */
const OTHERS = "others";

/** True of a state whose members add up (`@additive`), and of a demand on members. */
function isMemberState(thing: Thing, name: string): boolean {
  const declared = thing.kind.declared.properties.find((property) => property.name === name);
  return (
    declared?.type.kind === "list" &&
    (declared.additive === true || declared.readable === false || thing.kind.model.members?.[name] !== undefined)
  );
}

function membersOf(thing: Thing, name: string): Members {
  return thing.kind.model.members?.[name] ?? (name === "excludes" ? { of: "includes", holds: false } : { of: name, holds: true });
}

/** What keeps the fix of an `ensure` from being tried. */
export function findBlocker(ensure: PlanEnsure, walk: Walk): string {
  const thing = walk.world.thing(ensure.resource);
  const wish = readWish(ensure, walk);
  const { declared, model } = thing.kind;
  if (
    ensure.presence === "present" &&
    thing.mayBeMissing &&
    !thing.exists() &&
    (declared.creatable === false || lacksSource(ensure, thing.kind))
  ) {
    return `${thing.resource.label} is missing, and nothing in the remedy makes it`;
  }
  const told = findPlaceBlocker(ensure, walk) ?? model.blocker?.(thing, wish);
  if (told !== undefined) return told;
  const [first] = declared.blockers ?? [];
  if (first === undefined) return "";
  const key = `blocked ${ensure.id}`;
  const known = walk.memory.foundOf(key);
  if (known !== undefined) {
    // It is asked once more after it was looked at in advance.
    if (!walk.isPreview) walk.memory.setFound(key, undefined);
    return known;
  }
  const found = walk.world.disturb("blocked", `the fix of ${thing.resource.label} is blocked`, ensure.id, ensure.resource)
    ? "something stands in the way"
    : "";
  if (walk.isPreview) walk.memory.setFound(key, found);
  return found;
}

/** What is to be in a thing that is missing, which is not made for it. */
function findPlaceBlocker({ presence, resource, means }: PlanEnsure, { world, context }: Walk): string | undefined {
  if (presence === "absent") return undefined;
  for (const { resource: place, within } of context.relations.outer.get(resource.identity) ?? []) {
    const isMade = within.makes === true || means.some(({ name }) => name === within.makes);
    if (!isMade && !world.thing(place).exists()) return `${place.label} is missing, and is not made`;
  }
  return undefined;
}

/** Whether the remedy names nothing to make the thing from: of what the model says, else of what the interface marks. */
export function lacksSource(ensure: PlanEnsure, { declared, model }: ProofKind): boolean {
  return model.makesFrom ? !givesOneOf(ensure, model.makesFrom) : lacksMaker(ensure, declared);
}

/** The fix of an `ensure`. @throws Failed */
export function fixEnsure(ensure: PlanEnsure, walk: Walk): void {
  const { world } = walk;
  const thing = world.thing(ensure.resource);
  const wish = readWish(ensure, walk);
  if (walk.memory.is("neverHelps")) {
    walk.memory.tried = ensure.id;
    throw new Failed("its fix does not help");
  }
  // Where an `else` says what then, a fix that does not help is nothing out of the ordinary.
  if (
    ensure.otherwise.length > 0
      ? world.choices.choose(2) === 1
      : world.disturb("fix-fails", `the fix of ${ensure.label} fails`, ensure.id, ensure.resource)
  ) {
    if (thing.kind.model.half ? world.choices.choose(2) === 1 : wish.states.size > 1 && world.choices.choose(2) === 1)
      failHalfWay(thing, wish, walk);
    throw new Failed("its fix fails");
  }
  const { restart } = thing.kind.model;
  const asking = typeof restart === "object" ? restart[wish.presence] : restart;
  // It may count from then on, or only after that restart.
  const asks = asking === "may" ? world.choices.choose(3) : asking === "always" ? 1 : 0;
  if (asks > 0) world.askForRestart();
  if (asks < 2) applyFix(thing, wish);
  world.changeDone();
}

/** Makes a wish true, as the kind has it. */
export function applyFix(thing: Thing, wish: Wish): void {
  const { model } = thing.kind;
  if (model.fix) {
    model.fix(thing, wish);
    return;
  }
  if (wish.presence === "absent") {
    thing.remove();
    return;
  }
  thing.create();
  for (const provided of wish.provides) provided.create();
  for (const [name, value] of wish.states) setState(thing, name, value);
}

/** Sets one state of a wish. */
export function setState(thing: Thing, name: string, value: Value): void {
  const aspect = thing.kind.model.aspects?.[name];
  if (aspect) {
    setAspect(thing, aspect, value);
    return;
  }
  const compared = thing.kind.model.compares?.[name];
  if (compared !== undefined) {
    thing.choose(compared, (one) => (compareValues(one, value) ?? -1) >= 0);
    return;
  }
  if (!isMemberState(thing, name)) {
    thing.set(name, value);
    return;
  }
  const { of, holds, isAll } = membersOf(thing, name);
  if (value.kind === "list") for (const element of value.elements) thing.setMember(of, memberName(element), holds);
  if (isAll) thing.setMember(of, OTHERS, false);
}

/** What a fix leaves that did not help is no change that the remedy wants. */
function failHalfWay(thing: Thing, wish: Wish, walk: Walk): void {
  const hasChanged = walk.memory.is("hasChanged");
  if (thing.kind.model.half) thing.kind.model.half(thing, wish);
  else for (const [name, value] of [...wish.states].slice(0, 1)) setState(thing, name, value);
  if (!hasChanged) walk.memory.unnote("hasChanged");
  thing.world.changeDone();
}

/** The values of what is wished. @throws Unreadable */
export function readWish(ensure: PlanEnsure, walk: Walk): Wish {
  return {
    ensure,
    presence: ensure.presence,
    states: new Map(ensure.states.map(({ name, value }) => [name, evaluate(value, walk)])),
    provides: ensure.provides.map((resource) => walk.world.thing(resource)),
    has: (means) => ensure.means.some(({ name }) => name === means),
  };
}
