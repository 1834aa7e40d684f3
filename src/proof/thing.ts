import { equalValues, showValue } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { PlanResource } from "../plan/plan.ts";
import { bool, isTrue, NEW, NONE, OPEN, variableOf } from "./cell.ts";
import type { ProofKind } from "./kind-model.ts";
import { Infeasible } from "./choices.ts";
import { POLICY, Unreadable } from "./world.ts";
import type { World } from "./world.ts";

/** What is told of a thing that a policy sets, and of which no property says so. */
export const SET_BY_POLICY = "set by a policy";

/** A resource in one state of the machine: what a kind's model reads and changes. */
export class Thing {
  readonly world: World;
  readonly resource: PlanResource;
  readonly kind: ProofKind;

  constructor(world: World, resource: PlanResource, kind: ProofKind) {
    this.world = world;
    this.resource = resource;
    this.kind = kind;
  }

  get identity(): string {
    return this.resource.identity;
  }

  /** The text of a key, in lower case; nothing where only the device knows it. */
  key(name: string): string {
    const value = this.resource.kind === "named" ? this.resource.keys.find((key) => key.name === name)?.value : undefined;
    return value?.kind === "constant" ? showValue(value.value).toLowerCase() : "";
  }

  exists(): boolean {
    if (!this.mayBeMissing) return true;
    const variable = variableOf(this.identity, "exists");
    this.world.note(variable, this, "exists");
    return isTrue(this.world.read(variable, this.presences()));
  }

  /** Whether it may be there or missing, by what is known of what it lies in and of what lies in it. */
  private presences(): readonly Value[] {
    if (this.isHeld()) return [bool(true)];
    if (this.isRuledOut()) return [bool(false)];
    return [bool(true), bool(false)];
  }

  /** Whether it is known to be there, or something that lies in it. `asked`: of two at one place each lies in the other. */
  private isHeld(asked: readonly string[] = [this.identity]): boolean {
    if (this.isKnownTo(true) || this.isKnownTo(false)) return this.isKnownTo(true);
    return this.inner().some((other) => !asked.includes(other.identity) && other.isHeld([...asked, other.identity]));
  }

  /** Whether it is known to be missing, or something that it lies in. */
  private isRuledOut(asked: readonly string[] = [this.identity]): boolean {
    if (this.isKnownTo(true) || this.isKnownTo(false)) return this.isKnownTo(false);
    return this.outer().some((other) => !asked.includes(other.identity) && other.isRuledOut([...asked, other.identity]));
  }

  private isKnownTo(exist: boolean): boolean {
    const known = this.world.now.get(variableOf(this.identity, "exists"));
    return this.mayBeMissing && known?.kind === "bool" && known.value === exist;
  }

  /** What of the remedy it lies in, of one kind or any. */
  outer(kind?: string): readonly Thing[] {
    return this.related("outer", kind);
  }

  /** What of the remedy lies in it. */
  inner(kind?: string): readonly Thing[] {
    return this.related("inner", kind);
  }

  private related(side: "outer" | "inner", kind: string | undefined): readonly Thing[] {
    const all = this.world.context.relations[side].get(this.identity) ?? [];
    return all
      .filter(({ resource }) => kind === undefined || resource.resourceKind === kind)
      .map(({ resource }) => this.world.thing(resource));
  }

  get mayBeMissing(): boolean {
    const { declared, model } = this.kind;
    return !declared.singleton && (model.mayBeMissing ?? declared.ensure !== "state");
  }

  /** The value of a property; none of what is not there, unless its kind says otherwise. @throws Unreadable */
  get(name: string): Value {
    const { missing, unreadable } = this.kind.model;
    if (!this.exists()) {
      const told = missing?.[name];
      if (told === undefined && (this.kind.declared.presumed || this.kind.declared.ensure === "state"))
        throw new Unreadable(`there is no ${this.resource.label}`);
      if (told !== "read") return told ?? NONE;
    }
    const why = unreadable?.(this, name);
    if (why !== undefined) throw new Unreadable(why);
    const { all, fitting } = this.world.classesOf(this, name);
    const cell = this.world.read(variableOf(this.identity, name), fitting, all.length);
    return cell.kind === "open" ? NONE : cell;
  }

  /** Whether a property is other than wished; nothing is wished of it: no. */
  differs(name: string, wished: Value | undefined): boolean {
    return wished !== undefined && !equalValues(this.get(name), wished, true);
  }

  /** Another one of its kind that the remedy names, by its first key. */
  other(key: string): Thing | undefined {
    const first = this.kind.declared.keys[0]?.name ?? "";
    for (const resource of this.world.context.resources.values()) {
      const thing = this.world.thing(resource);
      if (resource.resourceKind === this.resource.resourceKind && thing.key(first) === key) return thing;
    }
    return undefined;
  }

  /** Whether a list has a member. */
  has(list: string, member: string): boolean {
    const variable = variableOf(this.identity, `${list} has ${member}`);
    this.world.note(variable, this, `${list} has ${member}`);
    return isTrue(this.world.read(variable, [bool(true), bool(false)]));
  }

  /** It becomes one of the values that fit: which one, nobody knows. */
  choose(name: string, fits: (value: Value) => boolean): void {
    const fitting = this.world.classesOf(this, name).fitting.filter(fits);
    const chosen = fitting[this.world.choices.choose(Math.max(fitting.length, 1))];
    if (chosen) this.world.set(this, name, chosen);
    else this.open(name);
  }

  setMember(list: string, member: string, isThere: boolean): void {
    this.world.set(this, `${list} has ${member}`, bool(isThere));
  }

  set(name: string, value: Value): void {
    this.world.set(this, name, value);
  }

  /** Anything may be true of the property now. */
  open(name: string): void {
    this.world.set(this, name, OPEN);
  }

  /** Anything may be true of it now, and whether it is there. */
  openAll(): void {
    const { now } = this.world;
    if (this.mayBeMissing && now.has(variableOf(this.identity, "exists"))) now.set(variableOf(this.identity, "exists"), OPEN);
    this.world.forgetAll(this.identity, OPEN);
    this.world.openDerived(this.identity);
  }

  /** A change of which nobody knows what it came to: anything may be true of these properties, and whether it is there. */
  unsettle(names: readonly string[]): void {
    for (const name of names) this.open(name);
    if (this.mayBeMissing) this.world.set(this, "exists", OPEN);
  }

  /** A change that no property tells of: what it concerns besides may be otherwise now. */
  touch(property = ""): void {
    this.world.touch(this, property);
  }

  /** Whether the remedy tells values of a property apart. */
  isAsked(name: string): boolean {
    return this.world.context.constants.has(variableOf(this.identity, name));
  }

  /** Whether a property has a value already. */
  isAlready(name: string, wished: Value | undefined): boolean {
    return wished !== undefined && equalValues(this.get(name), wished, true);
  }

  /** What is known of a property without looking. */
  known(name: string): Value | undefined {
    return this.knownFact(this.identity, name);
  }

  /** What is known of a fact of another kind, without looking. */
  knownFact(kind: string, name: string): Value | undefined {
    const cell = this.world.now.get(variableOf(kind, name));
    return cell === undefined || cell.kind === "open" ? undefined : cell;
  }

  /** What Windows itself makes of a property that was looked at or changed; undefined: anything. */
  become(name: string, value: Value | undefined): void {
    const variable = variableOf(this.identity, name);
    if (this.world.now.has(variable)) this.world.now.set(variable, value ?? OPEN);
  }

  /** Who is in a list nobody knows any more. */
  forgetMembers(list: string): void {
    for (const variable of this.world.now.variablesOf(this.identity))
      if (variable.startsWith(variableOf(this.identity, `${list} has `))) this.world.now.set(variable, OPEN);
  }

  /** Makes it, where it is not there: what is not set of it is as such a new thing has it. */
  create(): void {
    if (!this.mayBeMissing || this.exists()) return;
    for (const { resource, within } of this.world.context.relations.outer.get(this.identity) ?? [])
      if (within.makes) this.world.thing(resource).create();
    this.world.set(this, "exists", bool(true));
    for (const [name, fresh] of Object.entries(this.kind.model.fresh ?? {})) {
      const [only, ...others] = typeof fresh === "function" ? [] : fresh;
      if (only && others.length === 0) this.world.set(this, name, only);
      else this.world.forget(this.identity, name, NEW);
    }
  }

  /** Takes it away, with all that is known of it. */
  remove(): void {
    if (!this.exists()) return;
    this.vanish();
  }

  /** It is not there any more, nor what lies in it, whatever of that was there. */
  private vanish(): void {
    if (this.isKnownTo(true) && this.kind.model.owned?.(this) === true) this.world.setMark(POLICY, this.identity, true);
    this.world.set(this, "exists", bool(false));
    this.world.forgetAll(this.identity, NEW);
    for (const inner of this.inner()) if (inner.mayBeMissing && !inner.isKnownTo(false)) inner.vanish();
  }

  /** Whether a policy sets it, of which no property tells. */
  isSetByPolicy(): boolean {
    const variable = variableOf(this.identity, SET_BY_POLICY);
    this.world.note(variable, this, SET_BY_POLICY);
    return isTrue(this.world.read(variable, [bool(true), bool(false)]));
  }

  /** The policies are applied again: it is there, and what else is true of it they say. */
  refresh(): void {
    const { now, events } = this.world;
    const variable = variableOf(this.identity, "exists");
    this.world.setMark(POLICY, this.identity, false);
    if (this.exists()) return;
    events.push({ kind: "change", variable, from: bool(false), to: bool(true), by: POLICY });
    now.set(variable, bool(true));
    this.world.forgetAll(this.identity, OPEN);
    now.set(variableOf(this.identity, SET_BY_POLICY), bool(true));
    if (this.kind.model.owned?.(this) === false) throw new Infeasible();
    for (const outer of this.outer()) if (outer.isKnownTo(false)) outer.refresh();
  }

  /** The values that `ensure`s of the remedy ask for, as far as they are known when compiling. */
  wishes(name: string): readonly Value[] {
    return [...this.world.context.ensures.values()]
      .filter(({ resource }) => resource.identity === this.identity)
      .flatMap(({ states }) =>
        states.flatMap((state) => (state.name === name && state.value.kind === "constant" ? [state.value.value] : [])),
      );
  }

  /** Whether an `ensure` of the remedy asks for this value: of what is to be stopped nobody says that it serves while it runs. */
  isWished(name: string, wished: Value): boolean {
    return this.wishes(name).some((value) => equalValues(value, wished, true));
  }

  /** A fix or a verb asks for a restart of Windows. */
  askForRestart(): void {
    this.world.askForRestart();
  }

  /** Whether it serves. */
  works(): boolean {
    return this.kind.model.works?.(this) ?? this.exists();
  }

  /** What the remedy says that it brings. */
  provided(): readonly Thing[] {
    return (this.world.context.provided.get(this.identity) ?? []).map((resource) => this.world.thing(resource));
  }
}
