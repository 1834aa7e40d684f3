import type { Span } from "../source/source-file.ts";
import type { NameNode, ReferenceExpression } from "./expressions.ts";
import type { ActionsNode, EntryNode, LetNode } from "./file.ts";
import type { EachOf, EnsureNode, RequireNode, WhenOf, WithOf } from "./statements.ts";

/** What may stand in `fix { … }` and `on failure { … }`. */
export type ActionStatement =
  LetNode | RequireNode | WhenOf<ActionsNode> | EachOf<ActionsNode> | WithOf<ActionsNode> | EnsureNode | ActionNode;

/** A verb and its object: `clear jobs { older_than: 7d }`. */
export interface ActionNode {
  readonly kind: "action";
  readonly span: Span;
  readonly verb: NameNode;
  readonly object: ReferenceExpression;
  readonly entries: readonly EntryNode[];
}
