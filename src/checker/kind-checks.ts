import type { Span } from "../source/source-file.ts";
import type { Expression } from "../syntax/expressions.ts";
import type { EntryNode, StateNode } from "../syntax/file.ts";
import type { CheckContext } from "./context.ts";

/**
 * What is checked of the resources of one kind, beyond what its interface says: `export const checks` of a file `checks.ts` in the kind's folder. Such a file imports
 * nothing that reads the checks of all kinds.
 */
export interface KindChecks {
  /** How what stands in the braces goes together. */
  readonly checkState?: (context: CheckContext, stated: Stated) => void;
  /** A resource that a property is read of, or that a verb is done to. */
  readonly checkUse?: (context: CheckContext, object: Expression, action?: Action) => void;
  /** What a resource is named by: its key of that name is given so. */
  readonly checkKey?: (context: CheckContext, name: string, value: Expression) => void;
  /** Why a path cannot stand as this key or property; a clause. */
  readonly findPathFault?: (name: string, path: string) => string | undefined;
  /** What to write instead of a path with `*` or `?` as this key or property; a clause after `; `. */
  readonly suggestSeveral?: (name: string, path: string) => string | undefined;
  /** Says that means lack which must be given; without it the message of all kinds does. `missing`: `'test' and 'fix'`. */
  readonly reportMissing?: (context: CheckContext, span: Span, missing: string) => void;
  /** Whether a machine may be described by an address where its key is a path: `given file("https://…")`. */
  readonly isGivenByAddress?: true;
}

/** `ensure resource { … }`; `given` describes a machine, `expect` looks at it afterwards. */
export interface Stated {
  readonly state: StateNode;
  readonly given: ReadonlyMap<string, EntryNode>;
  readonly use: StateUse;
}

/** What is said of a resource: `ensure` asks for it, `given` describes a machine, `expect` looks at it afterwards. */
export type StateUse = "ensure" | "given" | "expect";

/** A verb and the names of its options. */
export interface Action {
  readonly verb: string;
  readonly options: readonly string[];
}
