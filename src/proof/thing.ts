import { equalValues } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import type { PlanResource } from "../plan/plan.ts";
import { bool, isTrue, NEW, NONE, OPEN, variableOf } from "./cell.ts";
import type { ProofKind } from "./kind-model.ts";
import { Unreadable } from "./world.ts";
import type { World } from "./world.ts";

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

  exists(): boolean {
    if (!this.mayBeMissing) return true;
    const variable = variableOf(this.identity, "exists");
    this.world.note(variable, this, "exists");
    return isTrue(this.world.read(variable, this.presences()));
  }

  /** Whether it may be there or missing, by what is known of what it lies in and of what lies in it. */
  private presences(): readonly Value[] {
    if (this.outer().some((other) => other.isKnownTo(false))) return [bool(false)];
    if (this.inner().some((other) => other.isKnownTo(true))) return [bool(true)];
    return [bool(true), bool(false)];
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

  /** The value of a property; none of what is not there. */
  get(name: string): Value {
    if (!this.exists()) {
      if (this.kind.declared.presumed) throw new Unreadable(`there is no ${this.resource.label}`);
      return NONE;
    }
    const cell = this.world.read(variableOf(this.identity, name), this.classes(name));
    return cell.kind === "open" ? NONE : cell;
  }

  /** Whether a list has a member. */
  has(list: string, member: string): boolean {
    const variable = variableOf(this.identity, `${list} has ${member}`);
    this.world.note(variable, this, `${list} has ${member}`);
    return isTrue(this.world.read(variable, [bool(true), bool(false)]));
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

  /** What is known of a property without looking. */
  known(name: string): Value | undefined {
    const cell = this.world.now.get(variableOf(this.identity, name));
    return cell === undefined || cell.kind === "open" ? undefined : cell;
  }

  /** What Windows itself makes of a property that is known; undefined: anything. */
  become(name: string, value: Value | undefined): void {
    if (this.known(name)) this.world.now.set(variableOf(this.identity, name), value ?? OPEN);
  }

  /** Makes it, where it is not there: what is not set of it is as such a new thing has it. */
  create(): void {
    if (!this.mayBeMissing || this.exists()) return;
    this.world.set(this, "exists", bool(true));
    for (const { resource, within } of this.world.context.relations.outer.get(this.identity) ?? [])
      if (within.makes) this.world.thing(resource).create();
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
    this.world.set(this, "exists", bool(false));
    this.world.forgetAll(this.identity, NEW);
    for (const inner of this.inner()) if (inner.mayBeMissing && !inner.isKnownTo(false)) inner.vanish();
  }

  /** Whether an `ensure` of the remedy asks for this value: of what is to be stopped nobody says that it serves while it runs. */
  isWished(name: string, wished: Value): boolean {
    for (const { resource, states } of this.world.context.ensures.values())
      if (resource.identity === this.identity)
        for (const { name: own, value } of states)
          if (own === name && value.kind === "constant" && equalValues(value.value, wished, true)) return true;
    return false;
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

  private classes(name: string): readonly Value[] {
    return this.world.classesOf(this, name);
  }
}
