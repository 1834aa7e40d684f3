import type { ItemOutcome } from "../context.ts";
import type { Space } from "../state.ts";
import { State } from "../state.ts";

/** What a script remembers during one run, and what a proof notes of it, by variable. */
export type MemoryValue = string | number | boolean | Preview | readonly Ladder[] | readonly Frame[];

/** What a `with … stopped` has stopped, null before the first fix. */
export type Frame = readonly string[] | null;

/** What a script remembers during one run: a state of its own, so that two that remember the same are told by their keys. */
export class Memory {
  readonly cells: State<MemoryValue>;

  constructor(cells: State<MemoryValue>) {
    this.cells = cells;
  }

  /** How an item came out that others depend on, as far as they ask: undefined where it is well. */
  outcomeOf(id: string): Undone | undefined {
    return this.cells.get(`outcome\u0000${id}`) as Undone | undefined;
  }

  setOutcome(id: string, outcome: ItemOutcome): void {
    const name = `outcome\u0000${id}`;
    if (outcome === "ok" || outcome === "fixed") this.cells.delete(name);
    else this.cells.set(name, outcome === "blocked" || outcome === "deviates" || outcome === "after" ? outcome : "waiting");
  }

  /** Nothing depends on an item of another step. */
  forgetOutcomes(): void {
    for (const name of this.cells.membersOf("outcome")) this.cells.delete(name);
  }

  /** Items that held or were fixed: they must hold at the end as well. */
  hold(id: string): void {
    this.cells.set(`held\u0000${id}`, true);
  }

  get held(): readonly string[] {
    return this.cells.membersOf("held").map((name) => name.slice("held".length + 1));
  }

  /** Which things cannot be read in this run, and which fixes are blocked in it; empty for those that are well. */
  foundOf(what: string): string | undefined {
    return this.cells.get(`found\u0000${what}`) as string | undefined;
  }

  setFound(what: string, found: string | undefined): void {
    const isNothing = found === "" && this.left === 0;
    if (found === undefined || isNothing) this.cells.delete(`found\u0000${what}`);
    else this.cells.set(`found\u0000${what}`, found);
  }

  /** The one thing that may go wrong has: nothing else that was found to be well need be known any more. */
  useUp(): void {
    this.left--;
    this.unnote("mayBeKilled");
    if (this.left === 0) for (const name of this.cells.membersOf("found")) if (this.cells.get(name) === "") this.cells.delete(name);
  }

  /** The item behind which nothing is changed any more. */
  get halt(): string {
    return this.text("halt");
  }
  set halt(id: string) {
    this.put("halt", id);
  }

  get step(): string {
    return this.text("step");
  }
  set step(name: string) {
    this.put("step", name);
  }

  /** The first item of the step that halts the steps behind it. */
  get bad(): string {
    return this.text("bad");
  }
  set bad(id: string) {
    this.put("bad", id);
  }

  /** Which item was the first that is not done, and how it came out. */
  get cause(): string {
    return this.text("cause");
  }
  set cause(text: string) {
    this.put("cause", text);
  }

  /** A `reboot` whose condition holds and that waits for something to change. */
  get armed(): string {
    return this.text("armed");
  }
  set armed(id: string) {
    this.put("armed", id);
  }

  /** Why the last item's own fix has not helped: its `else` is walked next. */
  get pending(): string {
    return this.text("pending");
  }
  set pending(why: string) {
    this.put("pending", why);
  }

  /** What came of the run so far. */
  is(what: RunFlag): boolean {
    return this.cells.has(what);
  }
  note(what: RunFlag): void {
    this.cells.set(what, true);
  }
  unnote(what: RunFlag): void {
    this.cells.delete(what);
  }

  /** The item whose fix was tried last and did not help. */
  get tried(): string {
    return this.text("tried");
  }
  set tried(id: string) {
    this.put("tried", id);
  }

  /** The blocks of `else` around the present statement: what in each is not done. */
  get ladders(): readonly Ladder[] {
    return (this.cells.get("ladders") as readonly Ladder[] | undefined) ?? [];
  }
  set ladders(ladders: readonly Ladder[]) {
    this.put("ladders", ladders.length > 0 ? ladders : undefined);
  }

  /** While nothing is changed, only told (Semantics 4). */
  get preview(): Preview | undefined {
    return this.cells.get("preview") as Preview | undefined;
  }
  set preview(preview: Preview | undefined) {
    this.put("preview", preview);
  }

  /** What was told while nothing was changed, and is to be told again. */
  get told(): Preview | undefined {
    return this.cells.get("told") as Preview | undefined;
  }
  set told(preview: Preview | undefined) {
    this.put("told", preview);
  }

  /** The `with … stopped` around the present statement. */
  get frames(): readonly Frame[] {
    return (this.cells.get("frames") as readonly Frame[] | undefined) ?? [];
  }
  set frames(frames: readonly Frame[]) {
    this.put("frames", frames.length > 0 ? frames : undefined);
  }

  /** How many things may still go wrong. */
  get left(): number {
    return (this.cells.get("left") as number | undefined) ?? 0;
  }
  set left(count: number) {
    this.put("left", count === 0 ? undefined : count);
  }

  /** What the search judges at the end of the run. */
  noteOf(what: NoteName): string | undefined {
    return this.cells.get(`note ${what}`) as string | undefined;
  }
  setNote(what: NoteName, text: string): void {
    this.cells.set(`note ${what}`, text);
  }

  private text(name: string): string {
    return (this.cells.get(name) as string | undefined) ?? "";
  }

  private put(name: string, value: MemoryValue | undefined): void {
    if (value === undefined || value === "") this.cells.delete(name);
    else this.cells.set(name, value);
  }
}

/** A copy that may be changed. */
export function copyMemory({ cells }: Memory): Memory {
  return new Memory(new State(cells.space, cells));
}

export function emptyMemory(space: Space<MemoryValue>): Memory {
  return new Memory(new State(space));
}

export type RunFlag =
  | "needsRestart"
  | "hasChanged"
  | "hasFailed"
  | "isBlocked"
  | "awaitsRestart"
  | "hasFixed"
  | "isHeldBack"
  | "isKilled"
  | "mayBeKilled"
  | "neverHelps";

/**
 * `verdict`: what a detection said before the run. `broken`: the identity of what served before and does not any more, or which promise is broken; `cause`: why it stays so; `undone`: what held during
 * the run and does not at its end, and the item to blame. `outcome`: what the run came to.
 */
export type NoteName = "verdict" | "broken" | "cause" | "undone" | "undone item" | "outcome";

/** What others ask of an item that is not done: `waiting` stands for `failed` and `restart` as well. */
export type Undone = "waiting" | "blocked" | "deviates" | "after";

export interface Ladder {
  /** The first item that is not done, and how it came out; empty for none. */
  readonly first: string;
  readonly outcome: string;
  readonly awaitsRestart: boolean;
}

export interface Preview {
  /** What the memory was before, by numbers. */
  readonly saved: readonly number[];
  /** The first item that is blocked. */
  readonly cause: string;
  readonly records: readonly { readonly id: string; readonly label: string; readonly outcome: ItemOutcome; readonly behind: string }[];
}

/** What a run that repairs comes to, the worst first. */
export type RepairOutcome = "killed" | "failed" | "blocked" | "restart" | "fixed" | "compliant";
