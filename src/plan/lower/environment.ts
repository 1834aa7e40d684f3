import type { CheckedProgram, Symbol } from "../../checker/checked-program.ts";
import type { Value } from "../../checker/value.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { FormalNode } from "../../syntax/file.ts";
import type { Origin, PlanExpression, PlanResource } from "../plan.ts";

/** What an expression stands for: a value, or a resource (which is only a name until a property of it is read). */
export type Lowered =
  | { readonly kind: "value"; readonly expression: PlanExpression }
  | { readonly kind: "resource"; readonly resource: PlanResource }
  /** A list that holds resources: `provides: [agent, updater]`, `each s in [service("a"), service("b")]`. */
  | { readonly kind: "resources"; readonly resources: readonly PlanResource[] };

/** What stays the same while one remedy is lowered for one target. */
export interface LowerSession {
  readonly program: CheckedProgram;
  /** Values of parameters that are fixed when building; the others stay parameters. */
  readonly fixed: ReadonlyMap<FormalNode, Value>;
  /** Whether the channel carries files beside the script, so that a relative `source` is one of them. */
  readonly carriesFiles: boolean;
  readonly diagnostics: Diagnostic[];
  /** Loop variables given so far, so that each is unique in the remedy. */
  readonly variables: Set<string>;
  readonly counter: { step: string; item: number };
  /** How much has been put in the place of names so far; of arguments, what each of them stands for. */
  readonly work: { done: number; readonly ofArguments: WeakMap<Lowered, number> };
}

/** What changes from block to block: formals and loop elements in scope, and the `use`s that lead here. */
export interface Environment {
  readonly session: LowerSession;
  readonly bindings: ReadonlyMap<object, Lowered>;
  readonly via: readonly Span[];
  /** Whose HKCU is: that of the loop over profiles around. */
  readonly person?: Person;
}

/** The people of a loop over profiles, as far as it is known when compiling. */
export interface Person {
  /** What stands before the identities of what is in HKCU: nothing of people who are there, whose the default profile's never is. */
  readonly hive: string;
  /** The filters that choose some of all people; undefined for all. */
  readonly only: string | undefined;
}

export function originOf(span: Span, environment: Environment): Origin {
  return { span, via: environment.via };
}

export function withBindings(environment: Environment, bindings: Iterable<readonly [object, Lowered]>): Environment {
  return { ...environment, bindings: new Map([...environment.bindings, ...bindings]) };
}

/** The node that binds a formal or an element, the key of `bindings`. */
export function bindingOf(symbol: Symbol & { kind: "formal" | "element" }): object {
  return symbol.node;
}

/** `<step>.<number>`, counted over the step's items and warnings after inlining. */
export function nextId(session: LowerSession): string {
  session.counter.item++;
  return `${session.counter.step}.${session.counter.item}`;
}
