import type { FunctionNode, Place, Script } from "../syntax/ast.ts";
import { ALWAYS, NEVER, and, atomOf, not, or } from "./conditions.ts";
import type { Condition, Constant, Subject } from "./conditions.ts";
import { choose } from "./values.ts";
import type { Value } from "./values.ts";

/** A change that a script makes: what the machine is to be like behind it. */
export interface Act extends Place {
  readonly subject: Subject;
  readonly state: "present" | "absent" | "verb";
  readonly properties: Readonly<Record<string, PropertyValue>>;
  /** Only prepares another one: the key of a value. */
  readonly isAid?: boolean;
  /** What a reader of the remedy must know. */
  readonly note?: string;
  readonly when: Condition;
}

export type PropertyValue = Constant | readonly string[] | Word;

/** A bare word of the language. */
export interface Word {
  readonly word: string;
}

/** A statement that no idiom knows, and that may change something. */
export interface Leftover extends Place {
  readonly why: string;
  readonly when: Condition;
}

export interface Exit extends Place {
  readonly code: number | undefined;
  readonly when: Condition;
  /** In a catch of which nobody knows when it runs. */
  readonly afterError: boolean;
}

/** One function's or script's turn: what it gives, and how it ends. */
export interface Frame {
  output: { when: Condition; value: Value }[];
  raised: Condition;
  broken: Condition;
  continued: Condition;
}

/** What an abstract run of a script knows and has found. */
export interface Run {
  readonly script: Script;
  variables: Map<string, Value>;
  readonly functions: Map<string, FunctionNode>;
  /** Under which condition control is here. */
  live: Condition;
  frame: Frame;
  readonly acts: Act[];
  readonly leftovers: Leftover[];
  readonly exits: Exit[];
  readonly ignored: Place[];
  depth: number;
  steps: number;
  inCatch: boolean;
}

/** How many steps of a script are looked at: a loop over thousands of names is no pair that anybody reads. */
export const MOST_STEPS = 20_000;

export function createRun(script: Script): Run {
  return {
    script,
    variables: new Map(),
    functions: new Map(),
    live: ALWAYS,
    frame: createFrame(),
    acts: [],
    leftovers: [],
    exits: [],
    ignored: [],
    depth: 0,
    steps: 0,
    inCatch: false,
  };
}

export function createFrame(): Frame {
  return { output: [], raised: NEVER, broken: NEVER, continued: NEVER };
}

export function isLive(run: Run): boolean {
  return run.live !== NEVER;
}

/** Notes a change. */
export function act(run: Run, change: Omit<Act, "when" | "start" | "end">, place: Place): void {
  if (isLive(run)) run.acts.push({ ...change, when: run.live, start: place.start, end: place.end });
}

/** Notes what is not understood and may change something. */
export function leave(run: Run, why: string, place: Place): void {
  if (isLive(run) && !run.leftovers.some((left) => left.start === place.start))
    run.leftovers.push({ why, when: run.live, start: place.start, end: place.end });
}

/** An error that ends the statement under a condition: what follows is reached only without it. */
export function raise(run: Run, when: Condition): void {
  run.frame.raised = or(run.frame.raised, and(run.live, when));
  run.live = and(run.live, not(when));
}

/** A condition that nobody but the machine can decide; two with the same text are one. */
export function unknownCondition(run: Run, place: Place): Condition {
  const text = run.script.text.slice(place.start, place.end).replace(/\s+/g, " ");
  return atomOf({ subject: { kind: "unknown", names: { text } }, test: "unknown", start: place.start, end: place.end });
}

/** Runs something under a condition, with the variables as they are then; gives how the run stands behind it. */
export function under(run: Run, when: Condition, body: () => void): { variables: Map<string, Value>; live: Condition } {
  const { variables, live } = run;
  run.variables = new Map(variables);
  run.live = and(live, when);
  if (run.live !== NEVER) body();
  const outcome = { variables: run.variables, live: run.live };
  run.variables = variables;
  run.live = live;
  return outcome;
}

/** Joins what two ways have made of the variables. */
export function join(
  run: Run,
  when: Condition,
  yes: { variables: Map<string, Value>; live: Condition },
  no: { variables: Map<string, Value>; live: Condition },
): void {
  run.live = or(yes.live, no.live);
  if (no.live === NEVER) run.variables = yes.variables;
  else if (yes.live === NEVER) run.variables = no.variables;
  else {
    const joined = new Map<string, Value>();
    for (const name of new Set([...yes.variables.keys(), ...no.variables.keys()])) {
      const a = yes.variables.get(name);
      const b = no.variables.get(name);
      joined.set(name, a === b && a ? a : choose(when, a ?? { kind: "constant", value: null }, b ?? { kind: "constant", value: null }));
    }
    run.variables = joined;
  }
}
