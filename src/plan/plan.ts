import type { AddressPlace, CatalogType } from "../resources/catalog/model.ts";
import type { Value } from "../checker/value.ts";
import type { CompareOperator } from "../syntax/expressions.ts";
import type { ProvableProperty } from "../syntax/promises.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { RequirementType } from "../targets/requirement.ts";
import type { TargetName } from "../targets/target.ts";

/**
 * The plan: what a remedy does for one target, parts inlined, constants folded, every entry knowing its source. Plain data apart from
 * the source files that spans point to (`planToJson` replaces them by path, line and column).
 */
export interface Plan {
  readonly remedy: PlanRemedy;
  readonly target: TargetName;
  /** The entry file first, then everything it imports, by path. */
  readonly sources: readonly SourceFile[];
  /** Parameters that stay parameters of the script, in source order. */
  readonly parameters: readonly PlanParameter[];
  /** Parameters fixed when building, by name (secrets as references). */
  readonly fixed: readonly { readonly name: string; readonly value: Value }[];
  /** Texts that the remedy gives a name, by `let` or as a parameter that is fixed: a script has them once, under that name. */
  readonly names: readonly { readonly name: string; readonly text: string }[];
  readonly steps: readonly PlanStep[];
  /** What the channel asks before it offers an app (`requires`), besides that every run looks at it first; empty for a channel that does not ask. */
  readonly requirements: readonly PlanRequirement[];
  /** What the uninstall script of an app ensures, as a step; undefined without a block `uninstall`. */
  readonly uninstall: PlanStep | undefined;
  /** What the author promises of every run. No script knows of it: it is for `remedyc prove`. */
  readonly promises: readonly PlanPromise[];
  /** Properties that need not hold of this remedy, though they are shown of every other one. */
  readonly accepted: readonly PlanAccepted[];
  /** SHA-256 over version and fixed parameters: a new one clears the marks of Semantics 8. */
  readonly fingerprint: string;
}

export interface PlanRemedy {
  readonly name: string;
  readonly title: string;
  /** `1.0.0` */
  readonly version: string;
  readonly publisher: string | undefined;
  readonly context: "system" | "user";
  readonly documentation: string | undefined;
  readonly origin: Origin;
}

/** A condition on the device by which a channel decides whether an app is for it. */
export interface PlanRequirement {
  readonly guard: PlanGuard;
  /** What the script gives, and with what the channel compares it; of a condition that the script decides: true. */
  readonly type: RequirementType;
  readonly value: PlanExpression;
  readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
  readonly wanted: Value;
  readonly origin: Origin;
}

/** `promise "…" for remedy { … }`: from every start state in which all of `given` hold. */
export interface PlanPromise {
  readonly title: string;
  /** Empty: from every start state. */
  readonly given: readonly PlanCondition[];
  /** What holds in every state of every run from there. */
  readonly always: readonly PlanCondition[];
  /** What holds at the end of the last run. */
  readonly finally: readonly PlanCondition[];
  readonly origin: Origin;
}

/** One of the conditions of a block that all must hold. */
export interface PlanCondition extends PlanGuard {
  readonly origin: Origin;
}

/** `accept property because "…"`. */
export interface PlanAccepted {
  readonly property: ProvableProperty;
  readonly reason: string;
  readonly origin: Origin;
}

export interface PlanParameter {
  readonly name: string;
  readonly type: CatalogType;
  readonly optional: boolean;
  /** The value without an argument: `none`, or a constant. */
  readonly defaultValue: Value;
  readonly documentation: string | undefined;
  readonly origin: Origin;
}

/** Where an entry comes from: its own span, and the `use`s through which a part brought it, outermost first. */
export interface Origin {
  readonly span: Span;
  readonly via: readonly Span[];
}

export interface PlanStep {
  readonly name: string;
  /** What `requires` asks. Whether an app is installed does not depend on it. */
  readonly isRequirement?: true;
  readonly title: string;
  readonly guard: PlanGuard | undefined;
  readonly body: readonly PlanNode[];
  readonly onFailure: readonly PlanAction[];
  readonly origin: Origin;
}

/** A condition that is read on the device, with its text as people know it and the resources that it reads. */
export interface PlanGuard {
  readonly condition: PlanExpression;
  readonly text: string;
  readonly reads: readonly PlanResource[];
}

/** Every item has an id that is unique in the remedy and stable against edits below it: `<step>.<number>`, `stale.2`. */
export type PlanNode =
  PlanRequire | PlanWarn | PlanEnsure | PlanCheck | PlanRoutine | PlanReboot | PlanWhen<PlanNode> | PlanEach<PlanNode> | PlanWith<PlanNode>;

export interface PlanRequire {
  readonly kind: "require";
  readonly id: string;
  readonly guard: PlanGuard;
  readonly message: PlanExpression;
  readonly origin: Origin;
}

export interface PlanWarn {
  readonly kind: "warn";
  readonly id: string;
  readonly guard: PlanGuard;
  readonly message: PlanExpression;
  readonly origin: Origin;
}

export interface PlanEnsure {
  readonly kind: "ensure";
  readonly id: string;
  /** One line: `service AADConnectProvisioningAgent is running, startup automatic`. */
  readonly label: string;
  readonly resource: PlanResource;
  readonly presence: "absent" | "present";
  readonly states: readonly PlanProperty[];
  readonly means: readonly PlanProperty[];
  /** What its properties and keys read besides the resource itself. */
  readonly reads: readonly PlanResource[];
  /** What its fix brings or takes along: its own `provides`, or the ones that another ensure of the same resource declares. */
  readonly provides: readonly PlanResource[];
  /** What is walked where its own fix has not helped or cannot be tried; empty without an `else`, and among actions. */
  readonly otherwise: readonly PlanNode[];
  readonly origin: Origin;
}

export interface PlanProperty {
  readonly name: string;
  readonly type: CatalogType;
  readonly value: PlanExpression;
  readonly origin: Origin;
  /** It is an address that stands where a path may. */
  readonly address?: AddressPlace;
}

export interface PlanCheck {
  readonly kind: "check";
  readonly id: string;
  readonly title: PlanExpression;
  readonly guard: PlanGuard;
  /** A duration; undefined without `every`. */
  readonly every: PlanExpression | undefined;
  readonly actions: readonly PlanAction[];
  /** The resources that its actions change. */
  readonly changes: readonly PlanResource[];
  readonly origin: Origin;
}

/** `check … every d` without a condition: what is due when it was not done within `every`. */
export interface PlanRoutine {
  readonly kind: "routine";
  readonly id: string;
  readonly title: PlanExpression;
  /** A duration. */
  readonly every: PlanExpression;
  readonly actions: readonly PlanAction[];
  /** The resources that its actions change. */
  readonly changes: readonly PlanResource[];
  readonly origin: Origin;
}

export interface PlanReboot {
  readonly kind: "reboot";
  readonly id: string;
  readonly guard: PlanGuard;
  readonly origin: Origin;
}

export interface PlanWhen<N> {
  readonly kind: "when";
  readonly guard: PlanGuard;
  readonly body: readonly N[];
  readonly otherwise: readonly N[];
  readonly origin: Origin;
}

/** What a loop goes over on the device: what is selected there, all there are of a kind (their keys) for which a condition holds, or the values of a list. */
export type PlanOver =
  /** `scope`: what says which all are. */
  | {
      readonly kind: "enumeration";
      readonly element: PlanNamedResource;
      readonly condition: PlanExpression | undefined;
      readonly scope: readonly PlanProperty[];
    }
  | { readonly kind: "selection"; readonly resource: PlanResource }
  | { readonly kind: "list"; readonly list: PlanExpression };

/** Lists that are known when compiling are unrolled and leave no `each`; what remains is taken on the device. */
export interface PlanEach<N> {
  readonly kind: "each";
  /** Unique in the remedy: `p`, `p2`. */
  readonly variable: string;
  readonly over: PlanOver;
  readonly text: string;
  readonly reads: readonly PlanResource[];
  readonly body: readonly N[];
  readonly origin: Origin;
}

/** Without resources it is a block and nothing else: what bounds the `require`s of a folded `when` or of one turn of an unrolled `each`. */
export interface PlanWith<N> {
  readonly kind: "with";
  readonly resources: readonly PlanResource[];
  readonly body: readonly N[];
  readonly origin: Origin;
}

export type PlanAction = PlanRequire | PlanWhen<PlanAction> | PlanEach<PlanAction> | PlanWith<PlanAction> | PlanEnsure | PlanVerb;

export interface PlanVerb {
  readonly kind: "verb";
  readonly verb: string;
  readonly resource: PlanResource;
  readonly options: readonly PlanProperty[];
  readonly label: string;
  readonly origin: Origin;
}

/** A resource as the script will name it. */
export type PlanResource = PlanNamedResource | PlanElementResource;

export interface PlanNamedResource {
  readonly kind: "named";
  /** Name in the catalogue. */
  readonly resourceKind: string;
  readonly keys: readonly PlanProperty[];
  readonly filters: readonly PlanFilter[];
  /**
   * Canonical text of kind, keys and filters (constants folded; names, paths and accounts in lower case): two resources are the same
   * when it is. Run-time parts (parameters, elements) appear as `${name}`.
   */
  readonly identity: string;
  /** What is in HKCU of some people: the filters that choose them. Of two with different ones nobody knows whether they are one. */
  readonly only?: string;
  /** For people: `service AADConnectProvisioningAgent`. */
  readonly label: string;
}

/** What the loop variable of an `each` over a selection stands for. */
export interface PlanElementResource {
  readonly kind: "element";
  readonly resourceKind: string;
  readonly variable: string;
  readonly identity: string;
  readonly label: string;
}

export interface PlanFilter {
  readonly property: string;
  readonly type: CatalogType;
  readonly operator: CompareOperator;
  readonly value: PlanExpression;
}

/** How two values compare: ordinal, ignoring case for names, paths and accounts and with `matches` (Semantics 15). */
export type Comparison =
  "number" | "version" | "duration" | "date" | "size" | "bool" | "enum" | "text" | "text-ignore-case" | "account" | "data";

export type PlanExpression =
  | { readonly kind: "constant"; readonly value: Value; readonly type: CatalogType | undefined }
  | { readonly kind: "parameter"; readonly name: string; readonly type: CatalogType }
  /** A file that the channel carries beside the script: its path from there, with `\`. */
  | { readonly kind: "carried"; readonly path: string; readonly origin: Origin }
  /** The element of an `each` over a list. */
  | { readonly kind: "element"; readonly variable: string; readonly type: CatalogType }
  | { readonly kind: "read"; readonly resource: PlanResource; readonly property: string; readonly type: CatalogType }
  | { readonly kind: "exists"; readonly resource: PlanResource }
  | {
      readonly kind: "query";
      readonly resource: PlanResource;
      readonly query: string;
      readonly arguments: readonly PlanProperty[];
      readonly type: CatalogType;
    }
  /** True when an item above this one was fixed since Windows started (Semantics 7); `before` is the id of the item that asks. */
  | { readonly kind: "changed"; readonly before: string }
  | { readonly kind: "not"; readonly operand: PlanExpression }
  | { readonly kind: "and" | "or"; readonly left: PlanExpression; readonly right: PlanExpression }
  /** Whether a condition holds for one of several elements. `variable` is unique in the remedy, as that of an `each`. */
  | { readonly kind: "any"; readonly variable: string; readonly over: PlanOver; readonly condition: PlanExpression }
  | {
      readonly kind: "compare";
      readonly operator: CompareOperator;
      readonly comparison: Comparison;
      readonly left: PlanExpression;
      readonly right: PlanExpression;
    }
  | {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-";
      readonly left: PlanExpression;
      readonly right: PlanExpression;
      readonly type: CatalogType;
    }
  /** `??` */
  | { readonly kind: "default"; readonly left: PlanExpression; readonly right: PlanExpression }
  /** Path segments, one backslash between. */
  /** `key`: of a registry key, not of a path. */
  | { readonly kind: "join"; readonly left: PlanExpression; readonly right: PlanExpression; readonly key?: true }
  /** Interpolation. `purpose: "pattern"`: run-time parts are escaped for a regular expression. */
  | { readonly kind: "concatenate"; readonly parts: readonly PlanExpression[]; readonly purpose: "text" | "pattern" }
  | { readonly kind: "list"; readonly elements: readonly PlanExpression[] };
