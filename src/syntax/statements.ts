import type { Span } from "../source/source-file.ts";
import type { Expression, NameNode, ReferenceExpression, StringExpression } from "./expressions.ts";
import type { ActionsNode, Body, LetNode, StateNode } from "./file.ts";

/** What may stand in a step, a part, and the blocks inside them. */
export type Statement =
  LetNode | EnsureNode | RequireNode | WarnNode | WhenNode | EachNode | WithNode | CheckNode | UseNode | RebootNode | OnFailureNode;

export interface EnsureNode {
  readonly kind: "ensure";
  readonly span: Span;
  readonly state: StateNode;
  /** What is walked where its own fix has not helped or cannot be tried: `ensure … else { … }`. */
  readonly otherwise: Body | undefined;
}

export interface RequireNode {
  readonly kind: "require";
  readonly span: Span;
  readonly condition: Expression;
  readonly message: StringExpression;
}

export interface WarnNode {
  readonly kind: "warn";
  readonly span: Span;
  readonly message: StringExpression;
  readonly condition: Expression;
}

/** `B` is `Body` among statements and `ActionsNode` among actions. */
export interface WhenOf<B> {
  readonly kind: "when";
  readonly span: Span;
  readonly condition: Expression;
  readonly body: B;
  readonly otherwise: B | undefined;
}

export interface EachOf<B> {
  readonly kind: "each";
  readonly span: Span;
  readonly name: NameNode;
  readonly selection: Expression;
  readonly body: B;
}

export interface WithOf<B> {
  readonly kind: "with";
  readonly span: Span;
  readonly resources: readonly ReferenceExpression[];
  readonly body: B;
}

export type WhenNode = WhenOf<Body>;
export type EachNode = EachOf<Body>;
export type WithNode = WithOf<Body>;

export interface CheckNode {
  readonly kind: "check";
  readonly span: Span;
  readonly title: StringExpression;
  /** Undefined where `every` alone says when it is due; one of both is there. */
  readonly condition: Expression | undefined;
  readonly every: Expression | undefined;
  readonly fix: ActionsNode;
}

export interface UseNode {
  readonly kind: "use";
  readonly span: Span;
  /** A call of a part: `name(…)`. */
  readonly part: ReferenceExpression;
}

export interface RebootNode {
  readonly kind: "reboot";
  readonly span: Span;
  readonly condition: Expression;
}

export interface OnFailureNode {
  readonly kind: "on-failure";
  readonly span: Span;
  readonly actions: ActionsNode;
}
