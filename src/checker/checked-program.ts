import type { Catalog, KeyParameter, Property, Query, ResourceKind, Verb } from "../resources/catalog/model.ts";
import type { ActionNode } from "../syntax/actions.ts";
import type {
  ArgumentNode,
  CallExpression,
  CompareOperator,
  Expression,
  MemberExpression,
  NameExpression,
  NameNode,
  QuantifiedExpression,
} from "../syntax/expressions.ts";
import type { FileNode, FormalNode, LetNode, PartNode, RemedyNode, StateNode, EntryNode } from "../syntax/file.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import type { EachOf, UseNode } from "../syntax/statements.ts";
import type { Type } from "./type.ts";

/** What a name stands for. */
export type Symbol =
  | { readonly kind: "remedy"; readonly name: string; readonly node: RemedyNode }
  | { readonly kind: "part"; readonly name: string; readonly node: PartNode }
  | { readonly kind: "param"; readonly name: string; readonly node: FormalNode; readonly type: Type }
  /** A part's formal parameter: replaced by the argument when the part is inlined. */
  | { readonly kind: "formal"; readonly name: string; readonly node: FormalNode; readonly type: Type }
  | { readonly kind: "let"; readonly name: string; readonly node: LetNode }
  /** The name that an `each` declares. */
  | { readonly kind: "element"; readonly name: string; readonly node: EachOf<unknown> | QuantifiedExpression; readonly type: Type }
  | { readonly kind: "resource-kind"; readonly name: string; readonly resourceKind: ResourceKind }
  | { readonly kind: "enum-member"; readonly name: string }
  /** `secret`, whose members are `env` and `dpapi`. */
  | { readonly kind: "secret-store"; readonly name: string }
  /** The fact `changed`. */
  | { readonly kind: "changed"; readonly name: string };

/** What a reference expression turned out to be, after names and types are known. */
export type Resolution =
  /** `service("x")`, `os`: a resource of a kind. */
  | {
      readonly kind: "resource";
      readonly resourceKind: ResourceKind;
      readonly keys: ReadonlyMap<KeyParameter, Expression>;
      readonly filters: readonly ResolvedFilter[];
    }
  /** `agent.state`, `product.exists` (a property named `exists` that every resource has). */
  | { readonly kind: "property"; readonly object: Expression; readonly property: Property | "exists" }
  /** `cache.path`: what a resource is named by. */
  | { readonly kind: "key"; readonly object: Expression; readonly key: KeyParameter }
  /** `network.can_connect("host", 443)` */
  | {
      readonly kind: "query";
      readonly object: Expression;
      readonly query: Query;
      readonly arguments: ReadonlyMap<KeyParameter, Expression>;
    }
  /** `secret.env("NAME")` */
  | { readonly kind: "secret"; readonly store: "env" | "dpapi"; readonly argument: Expression }
  /** A use of a param, let, formal, element, enum member or `changed`. */
  | { readonly kind: "name"; readonly symbol: Symbol };

export interface ResolvedFilter {
  readonly argument: ArgumentNode;
  readonly property: Property;
  readonly operator: CompareOperator;
  readonly value: Expression;
}

/** The result of binding and checking. Side tables are keyed by node identity; nothing in the tree is changed. */
export interface CheckedProgram {
  /** All files, imported ones before their importers; the entry file last. */
  readonly files: readonly FileNode[];
  readonly entry: FileNode;
  /** The remedies of the entry file. */
  readonly remedies: readonly RemedyNode[];
  /** The remedy of each scenario, which may stand in a file that the entry file imports. */
  readonly tried: ReadonlyMap<Scenario, RemedyNode>;
  readonly catalog: Catalog;
  /** PowerShell of user kinds: path of the `.ps1` beside the imported `.ts` -> its text. */
  readonly userScripts: ReadonlyMap<string, string>;
  /** Every name that was resolved, at its use and at its declaration. */
  readonly symbols: ReadonlyMap<NameNode, Symbol>;
  /**
   * The type that each expression has at its place, with the coercion of that place applied: a string literal where a path is expected is a
   * path, `running` where a service's state is expected is of that enum. The value of a `let` keeps its own type; its uses have theirs.
   * Guards are taken into account: what is known to be there is not optional.
   */
  readonly types: ReadonlyMap<Expression, Type>;
  /** Of NameExpression, MemberExpression and CallExpression nodes that are values. */
  readonly resolutions: ReadonlyMap<NameExpression | MemberExpression | CallExpression, Resolution>;
  /** Entries of `ensure` blocks, action options: the catalogue's property. Absent where the entry was wrong. */
  readonly entries: ReadonlyMap<EntryNode, Property>;
  readonly verbs: ReadonlyMap<ActionNode, Verb>;
  /** Whether texts of it become PowerShell. */
  readonly hasCode: boolean;
  /** The kind that each state block's resource has. */
  readonly stateKinds: ReadonlyMap<StateNode, ResourceKind>;
  /** For each `use`: the part and its arguments by formal. */
  readonly uses: ReadonlyMap<UseNode, { readonly part: PartNode; readonly arguments: ReadonlyMap<FormalNode, Expression> }>;
}
