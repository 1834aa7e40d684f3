import type { Value } from "../checker/value.ts";
import type { Influence } from "../plan/influence.ts";
import type { PlanEnsure, PlanExpression, PlanNode, PlanResource } from "../plan/plan.ts";
import type { Cell } from "./cell.ts";
import type { Space } from "./state.ts";
import type { MemoryValue } from "./walk/memory.ts";
import type { Constants } from "./constants.ts";
import type { FindKind } from "./kind-model.ts";
import type { Relations } from "./relations.ts";

/** What all runs of one proof share. */
export interface ProofContext {
  /** The numbers of what states of the machine are made of, and of what runs remember. */
  readonly space: Space<Cell>;
  readonly memorySpace: Space<MemoryValue>;
  /** Every item, by id. */
  readonly nodes: ReadonlyMap<string, PlanNode>;
  /** Checks of which the actions made the condition true on some way, and those of which they did not on some way, with what happened there. */
  readonly helped: Set<string>;
  readonly unhelped: Map<string, readonly ProofEvent[]>;
  readonly findKind: FindKind;
  readonly constants: Constants;
  readonly influence: Influence;
  /** The same for a detection, which has no block of an `else`. */
  readonly detection: Influence;
  /** Where what is taken away to come again is looked at before the first thing goes (Semantics 4). */
  readonly removals: ReadonlySet<PlanNode>;
  /** How many of those who ask `changed` stand above an item or are it: an item stands above one who asks where this is less than for that one. Missing behind the last who asks. */
  readonly changeAsked: ReadonlyMap<string, number>;
  /** What the remedy wants to be there, by identity: what must not be left broken. */
  readonly wanted: ReadonlyMap<string, PlanResource>;
  /** What the remedy says that a thing brings, by identity. */
  readonly provided: ReadonlyMap<string, readonly PlanResource[]>;
  /** Every resource of the remedy, and what they are parts of, by identity. */
  readonly resources: ReadonlyMap<string, PlanResource>;
  /** Those that the remedy names. */
  readonly named: ReadonlySet<string>;
  /** What of the remedy lies in what. */
  readonly relations: Relations;
  /** What `with` stops, by identity. */
  readonly stoppable: ReadonlyMap<string, PlanResource>;
  /** What the `with`s around a statement name, by how deep they stand. */
  readonly frames: Map<number, readonly PlanResource[]>;
  /** Every `ensure`, by id: after a restart those come true that counted from then. */
  readonly ensures: ReadonlyMap<string, PlanEnsure>;
  /** Items that take away what comes again: they need not hold at the end. */
  readonly broughtAgain: ReadonlySet<string>;
  /** Items that something behind them in the run may undo. */
  readonly mayBeUndone: ReadonlySet<string>;
  /** Of how many classes the start chose each variable. */
  readonly classCounts: Map<string, number>;
  /** What variables stand for, noted when they are first read. */
  readonly variables: Map<string, Variable>;
  /** What is worked out from a thing and must be read anew when that changes: variables, by the identity that they depend on. */
  readonly derived: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the start is taken to be, where it is not left open: a value of a variable, or undefined for all that it may be. */
  readonly presume?: (variable: string, classes: readonly Value[]) => Value | undefined;
}

/** A question to the machine. */
export type PlanQuery = PlanExpression & { readonly kind: "query" };

/** What a variable stands for, to tell and to give it in a scenario. */
export interface Variable {
  readonly resource: PlanResource | undefined;
  /** `state`, `exists`, `includes has S-1-5-80-0`. */
  readonly property: string;
  readonly label: string;
  /** What is asked, where it is the answer to a question: `network.can_connect("host", 443)`. */
  readonly query?: PlanQuery;
}

/** One thing that happened in a run. */
export type ProofEvent =
  | {
      readonly kind: "item";
      readonly id: string;
      readonly label: string;
      readonly outcome: ItemOutcome;
      readonly why: string;
      readonly behind: string;
      readonly node: PlanNode | undefined;
    }
  | { readonly kind: "change"; readonly variable: string; readonly from: Cell | undefined; readonly to: Cell; readonly by: string }
  /** What the machine had been at the start of all, one of so many classes. */
  | { readonly kind: "start"; readonly variable: string; readonly value: Value; readonly classes: number }
  | { readonly kind: "turned-out"; readonly variable: string; readonly value: Value }
  | {
      readonly kind: "disturbance";
      readonly what: Disturbance;
      readonly text: string;
      readonly id: string;
      readonly resource: PlanResource | undefined;
    }
  | { readonly kind: "restart-asked"; readonly by: string };

/** What may go wrong besides what the machine is like. */
export type Disturbance = "fix-fails" | "blocked" | "unreadable" | "halted" | "killed";

/** As the engine has them: `after` is what `-WhatIf` cannot know yet, `restart` counts after one. */
export type ItemOutcome = "ok" | "fixed" | "failed" | "blocked" | "deviates" | "restart" | "waiting" | "after";
