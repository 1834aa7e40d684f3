import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Expression, NameNode, ReferenceExpression, StringExpression } from "./expressions.ts";
import type { ActionStatement } from "./actions.ts";
import type { AcceptNode, PromiseNode } from "./promises.ts";
import type { Scenario } from "./scenarios.ts";
import type { Statement } from "./statements.ts";

/** What parsing one file gave. There is always a tree; what could not be read is in `diagnostics`. */
export interface FileNode {
  readonly kind: "file";
  readonly source: SourceFile;
  readonly span: Span;
  readonly imports: readonly ImportNode[];
  readonly declarations: readonly Declaration[];
  /** All comments in source order, `//` and `///` alike; the tree itself has none except `documentation`. */
  readonly comments: readonly CommentNode[];
}

/** The result of `parseFile`. */
export interface ParsedFile {
  readonly value: FileNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** A comment with its slashes. `ownLine`: nothing but white space stands before it on its line. */
export interface CommentNode {
  readonly kind: "comment";
  readonly span: Span;
  readonly text: string;
  readonly ownLine: boolean;
  /** True for `///`, which documents the declaration below it. */
  readonly isDocumentation: boolean;
}

export interface ImportNode {
  readonly kind: "import";
  readonly span: Span;
  readonly path: StringExpression;
}

export type Declaration = RemedyNode | PartNode | LetNode | Scenario | PromiseNode;

export interface RemedyNode {
  readonly kind: "remedy";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly name: NameNode;
  readonly members: readonly RemedyMember[];
}

export type RemedyMember = EntryNode | ParamNode | LetNode | StepNode | RequiresNode | UninstallNode | AcceptNode;

export interface PartNode {
  readonly kind: "part";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly name: NameNode;
  readonly formals: readonly FormalNode[];
  readonly body: Body;
}

export interface ParamNode {
  readonly kind: "param";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly formal: FormalNode;
}

/** `name: type = default`, of a `param` or a `part`. */
export interface FormalNode {
  readonly kind: "formal";
  readonly span: Span;
  readonly name: NameNode;
  readonly type: TypeNode;
  readonly defaultValue: Expression | undefined;
}

export type TypeNode = NamedTypeNode | ListTypeNode;

/** `int`, `service.state` (a property's enum), each with an optional `?`. */
export interface NamedTypeNode {
  readonly kind: "named-type";
  readonly span: Span;
  readonly name: NameNode;
  readonly member: NameNode | undefined;
  readonly optional: boolean;
}

export interface ListTypeNode {
  readonly kind: "list-type";
  readonly span: Span;
  readonly element: TypeNode;
  readonly optional: boolean;
}

export interface LetNode {
  readonly kind: "let";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly name: NameNode;
  readonly value: Expression;
}

export interface StepNode {
  readonly kind: "step";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly name: NameNode;
  readonly title: StringExpression;
  readonly guard: Expression | undefined;
  readonly body: Body;
}

/** `requires condition` or `requires left >= right as version`: on which devices an app is offered at all. */
export interface RequiresNode {
  readonly kind: "requires";
  readonly span: Span;
  /** The word itself. */
  readonly keyword: Span;
  readonly condition: Expression;
  /** The word behind `as`: the type in which the channel compares. */
  readonly type: NameNode | undefined;
}

/** `uninstall { statement … }`: what the uninstall script of an app ensures. */
export interface UninstallNode {
  readonly kind: "uninstall";
  readonly span: Span;
  readonly documentation: string | undefined;
  /** The word itself. */
  readonly keyword: Span;
  readonly body: Body;
}

/** `{ statement … }`. */
export interface Body {
  readonly kind: "body";
  readonly span: Span;
  readonly statements: readonly Statement[];
}

/** `{ action … }` of `fix` and `on failure`. */
export interface ActionsNode {
  readonly kind: "actions";
  readonly span: Span;
  readonly statements: readonly ActionStatement[];
}

/** `name: value` of metadata, desired state, means, options of an action. */
export interface EntryNode {
  readonly kind: "entry";
  readonly span: Span;
  readonly name: NameNode;
  readonly value: Expression;
}

/** A resource with what is said of it: `reference [absent|present] { entries }`. */
export interface StateNode {
  readonly kind: "state";
  readonly span: Span;
  readonly resource: ReferenceExpression;
  /** The written word; undefined when none stands there. */
  readonly presence: "absent" | "present" | undefined;
  readonly presenceSpan: Span | undefined;
  readonly entries: readonly EntryNode[];
}
