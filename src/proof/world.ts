import type { Value } from "../checker/value.ts";
import type { PlanResource } from "../plan/plan.ts";
import { bool, equalCells, isTrue, NEW, NONE, OPEN, variableOf } from "./cell.ts";
import type { Cell } from "./cell.ts";
import type { State } from "./state.ts";
import type { Walk } from "./walk/walk.ts";
import type { Choices } from "./choices.ts";
import { classesOf } from "./classes.ts";
import type { Disturbance, PlanQuery, ProofContext, ProofEvent } from "./context.ts";
import type { Opened } from "./kind-model.ts";
import { Thing } from "./thing.ts";

/** Thrown by a reading that fails (Semantics 3). */
export class Unreadable extends Error {
  override readonly name = "Unreadable";
}

/** Thrown where the run is killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/** A machine during one run: what is known of it, what the path chose of it, and what happened. */
export class World {
  readonly now: State<Cell>;
  readonly events: ProofEvent[] = [];
  /** What is changed now is changed by this item. */
  actor = "";

  readonly choices: Choices;
  private readonly walk: Walk;

  constructor(walk: Walk, now: State<Cell>, choices: Choices) {
    this.walk = walk;
    this.now = now;
    this.choices = choices;
  }

  get context(): ProofContext {
    return this.walk.context;
  }

  thing(resource: PlanResource): Thing {
    return new Thing(this, resource, this.context.findKind(resource));
  }

  /** A variable, chosen where it is not known yet. `all`: of how many it is one, whatever else is known. */
  read(variable: string, classes: readonly Value[], all = classes.length): Cell {
    const known = this.now.get(variable);
    if (known && known.kind !== "open") return known;
    const presumed = known ? undefined : this.context.presume?.(variable, classes);
    const chosen = presumed ?? classes[this.choices.choose(classes.length)] ?? NONE;
    this.now.set(variable, chosen);
    if (known) {
      if (classes.length > 1) this.events.push({ kind: "turned-out", variable, value: chosen });
    } else {
      this.context.classCounts.set(variable, classes.length);
      this.events.push({ kind: "start", variable, value: chosen, classes: all });
    }
    return chosen;
  }

  /** Whether reading a thing fails in this run. */
  failsToRead(thing: Thing): boolean {
    const { declared, model } = thing.kind;
    if (model.mayBeUnreadable ?? !declared.singleton) {
      const key = `unread ${thing.identity}`;
      const known = this.walk.memory.foundOf(key);
      if (known !== undefined) return known !== "";
      if (this.walk.memory.left === 0) return false;
      const fails = this.disturb("unreadable", `${thing.resource.label} cannot be read`, "", thing.resource);
      this.walk.memory.setFound(key, fails ? "yes" : "");
      return fails;
    }
    return false;
  }

  /** Whether something goes wrong here, where something still may. */
  disturb(what: Disturbance, text: string, id: string, resource: PlanResource | undefined): boolean {
    if (this.walk.memory.left === 0 || this.choices.choose(2) === 0) return false;
    this.walk.memory.useUp();
    this.events.push({ kind: "disturbance", what, text, id, resource });
    return true;
  }

  /** Changes a property of a thing. What the remedy wants is looked at before. */
  set(thing: Thing, property: string, value: Cell): void {
    this.look(thing);
    const variable = variableOf(thing.identity, property);
    const from = this.now.get(variable);
    if (from && equalCells(from, value) && value.kind !== "open") return;
    this.note(variable, thing, property);
    this.now.set(variable, value);
    this.openDerived(thing.identity);
    this.walk.memory.note("hasChanged");
    this.events.push({ kind: "change", variable, from, to: value, by: this.actor });
    this.openRelated(thing, property);
    thing.kind.model.changed?.(thing, property);
  }

  /** A change of a thing that no property tells of. */
  touch(thing: Thing, property: string): void {
    this.walk.memory.note("hasChanged");
    this.openRelated(thing, property);
  }

  /** What is different with what lies in it, what nobody knows any more with what it lies in, and of what it concerns besides. */
  private openRelated({ identity }: Thing, property: string): void {
    const { outer, inner, effects } = this.context.relations;
    for (const { resource, what, when } of effects.get(identity) ?? [])
      if (!when || when.includes(property)) this.openOther(this.thing(resource), what);
    for (const { resource, within } of outer.get(identity) ?? [])
      for (const name of within.opens ?? []) this.forget(resource.identity, name);
    for (const { resource, within } of inner.get(identity) ?? [])
      if (within.openedBy?.includes(property)) {
        this.now.set(variableOf(resource.identity, "exists"), OPEN);
        this.forgetAll(resource.identity, OPEN);
      }
  }

  /** Anything may be true of a thing now, or of some of its properties. What the remedy wants is looked at before. */
  private openOther(thing: Thing, opened: Opened): void {
    this.look(thing);
    if (opened === "all") {
      thing.openAll();
      return;
    }
    for (const name of opened) if (name !== "exists" || thing.mayBeMissing) this.forget(thing.identity, name);
    this.openDerived(thing.identity);
  }

  /** What is worked out from a thing is read anew. */
  openDerived(identity: string): void {
    for (const derived of this.context.derived.get(identity) ?? []) if (this.now.has(derived)) this.now.set(derived, OPEN);
  }

  /** A fix or a verb asks for a restart: whether Windows itself tells so is not known. */
  askForRestart(): void {
    this.walk.asked = true;
    if (this.context.resources.has(REBOOT)) this.forgetAll(REBOOT, OPEN);
  }

  /** Every change that the disk keeps is a place where the run may be killed. */
  changeDone(): void {
    const { memory, search } = this.walk;
    search.watch?.(this.walk);
    if (!memory.is("mayBeKilled") || this.choices.choose(2) === 0) return;
    memory.unnote("mayBeKilled");
    memory.left = 0;
    this.events.push({ kind: "disturbance", what: "killed", text: "the run is killed here", id: this.actor, resource: undefined });
    throw new Killed();
  }

  /** Nothing is known any more of a property; or it is one that a new thing has (`NEW`). */
  forget(identity: string, property: string, as = OPEN): void {
    this.now.set(variableOf(identity, property), as);
  }

  /** The same for all properties, but for whether it is there. */
  forgetAll(identity: string, as: Cell): void {
    const exists = variableOf(identity, "exists");
    for (const variable of this.now.variablesOf(identity)) if (variable !== exists) this.now.set(variable, as);
  }

  /** Whether what the remedy wants served before anything changed it. */
  private look(thing: Thing): void {
    if (!this.context.wanted.has(thing.identity)) return;
    const variable = markOf("was", thing.identity);
    if (this.now.has(variable)) return;
    this.now.set(variable, bool(false));
    this.now.set(variable, bool(thing.works()));
  }

  /** What a property of a thing may be, and what fits what else is known. */
  classesOf(thing: Thing, property: string): { readonly all: readonly Value[]; readonly fitting: readonly Value[] } {
    const variable = variableOf(thing.identity, property);
    this.note(variable, thing, property);
    const declared =
      thing.kind.declared.properties.find(({ name }) => name === property) ??
      thing.kind.declared.keys.find(({ name }) => name === property);
    const fresh = this.now.get(variable) === NEW ? thing.kind.model.fresh?.[property] : undefined;
    if (fresh && typeof fresh !== "function") return { all: fresh, fitting: fresh };
    const both = [bool(true), bool(false)];
    if (!declared) return { all: both, fitting: both };
    const mayBeNone = "optional" in declared && declared.optional;
    const { accepts, distinguishes, fits } = thing.kind.model;
    const classes = classesOf(
      declared.type,
      this.context.constants.get(variable),
      distinguishes?.[property] ?? [],
      mayBeNone,
      (seen, wished) => accepts?.(property, seen, wished) === true,
      "role" in declared && declared.role === "reading",
    );
    if (fresh) return { all: classes, fitting: fresh(classes) };
    const fitting = fits ? classes.filter((value) => fits(thing, property, value)) : classes;
    return { all: classes, fitting: fitting.length > 0 ? fitting : classes };
  }

  note(variable: string, thing: Thing | undefined, property: string, query?: PlanQuery): void {
    if (this.context.variables.has(variable)) return;
    this.context.variables.set(variable, {
      resource: thing?.resource,
      property,
      label: thing ? (property === "exists" ? thing.resource.label : `${property} of ${thing.resource.label}`) : property,
      ...(query ? { query } : {}),
    });
  }

  /** A mark that the script keeps. */
  hasMark(kind: string, name: string): boolean {
    return isTrue(this.now.get(markOf(kind, name)));
  }

  setMark(kind: string, name: string, isSet: boolean): void {
    if (isSet) this.now.set(markOf(kind, name), bool(true));
    else this.now.delete(markOf(kind, name));
  }

  /** How many of something a mark counts. */
  countOf(kind: string): number | undefined {
    const count = this.now.get(markOf(kind, ""));
    return count?.kind === "int" ? count.value : undefined;
  }

  setCount(kind: string, value: number | undefined): void {
    if (value === undefined) this.now.delete(markOf(kind, ""));
    else this.now.set(markOf(kind, ""), { kind: "int", value });
  }

  marks(kind: string): string[] {
    const prefix = markOf(kind, "");
    return this.now.membersOf(`${MARKS}${kind}`).map((variable) => variable.slice(prefix.length));
  }
}

/** The identity of what Windows says of a restart that is pending. */
export const REBOOT = "reboot";

/** The marks of what a policy puts back, and who does it. */
export const POLICY = "policy";

/** How the variables of marks begin. */
export const MARKS = "mark ";

/** The variable of a mark: `Changed` and `Restart` live until Windows restarts. */
export function markOf(kind: string, name: string): string {
  return variableOf(`${MARKS}${kind}`, name);
}
