import type { Span } from "../source/source-file.ts";

/** A name where one is declared or used. `text` is empty when recovery had to invent it. */
export interface NameNode {
  readonly kind: "name";
  readonly span: Span;
  readonly text: string;
}

export type Expression =
  | BinaryExpression
  | NotExpression
  | QuantifiedExpression
  | ReferenceExpression
  | LiteralExpression
  | StringExpression
  | ListExpression
  | ParenthesizedExpression
  | MissingExpression;

export type CompareOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "matches" | "in";
export type BinaryOperator = "or" | "and" | "??" | "+" | "-" | "/" | CompareOperator;

/** Left-associative; comparisons are not chained. */
export interface BinaryExpression {
  readonly kind: "binary";
  readonly span: Span;
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

export interface NotExpression {
  readonly kind: "not";
  readonly span: Span;
  readonly operand: Expression;
}

/** `any host in hosts: condition`, `all p in package(…): condition`: whether it holds for one, or for each, of a list or a selection. */
export interface QuantifiedExpression {
  readonly kind: "quantified";
  readonly span: Span;
  readonly quantifier: "any" | "all";
  readonly name: NameNode;
  readonly selection: Expression;
  readonly condition: Expression;
}

/** What a name, a member access or a call stands for: `agent`, `os.build`, `service("x").state`, `secret.env("N")`, `"text".length`. */
export type ReferenceExpression = NameExpression | MemberExpression | CallExpression | Exclude<PrimaryExpression, NameExpression>;

/** A primary that is no name may carry `.name` and `(…)` by the grammar; the checker says which make sense. */
export type PrimaryExpression =
  NameExpression | LiteralExpression | StringExpression | ListExpression | ParenthesizedExpression | MissingExpression;

export interface NameExpression {
  readonly kind: "name-expression";
  readonly span: Span;
  readonly name: NameNode;
}

export interface MemberExpression {
  readonly kind: "member";
  readonly span: Span;
  readonly object: ReferenceExpression;
  readonly name: NameNode;
}

export interface CallExpression {
  readonly kind: "call";
  readonly span: Span;
  readonly callee: ReferenceExpression;
  readonly arguments: readonly ArgumentNode[];
}

export type ArgumentNode = NamedArgument | FilterArgument | PositionalArgument;

export interface NamedArgument {
  readonly kind: "named-argument";
  readonly span: Span;
  readonly name: NameNode;
  readonly value: Expression;
}

/** `name matches '…'`: a condition on a property of the kind that is called. */
export interface FilterArgument {
  readonly kind: "filter-argument";
  readonly span: Span;
  readonly property: NameNode;
  readonly operator: CompareOperator;
  readonly value: Expression;
}

export interface PositionalArgument {
  readonly kind: "positional-argument";
  readonly span: Span;
  readonly value: Expression;
}

/** Versions have 2 to 4 parts; measures keep their unit; integers are safe integers (larger ones are a diagnostic). */
export type LiteralExpression =
  | { readonly kind: "integer"; readonly span: Span; readonly value: number }
  | { readonly kind: "version"; readonly span: Span; readonly parts: readonly number[] }
  | { readonly kind: "duration"; readonly span: Span; readonly amount: number; readonly unit: DurationUnit; readonly milliseconds: number }
  | { readonly kind: "size"; readonly span: Span; readonly amount: number; readonly unit: SizeUnit; readonly bytes: number }
  | { readonly kind: "boolean"; readonly span: Span; readonly value: boolean }
  | { readonly kind: "none"; readonly span: Span };

export type DurationUnit = "ms" | "s" | "m" | "h" | "d";
/** Powers of 1024, as Windows counts. */
export type SizeUnit = "KB" | "MB" | "GB" | "TB";

/** A string of any form. `parts` alternates freely; a string without `${…}` has one text part (or none when empty). */
export interface StringExpression {
  readonly kind: "string";
  readonly span: Span;
  readonly form: "text" | "raw" | "raw-block";
  readonly parts: readonly StringPart[];
}

export type StringPart =
  | { readonly kind: "text-part"; readonly span: Span; readonly value: string }
  | { readonly kind: "interpolation"; readonly span: Span; readonly expression: Expression };

export interface ListExpression {
  readonly kind: "list";
  readonly span: Span;
  readonly elements: readonly Expression[];
}

export interface ParenthesizedExpression {
  readonly kind: "parenthesized";
  readonly span: Span;
  readonly expression: Expression;
}

/** Stands where recovery found no expression; its diagnostic has been reported. */
export interface MissingExpression {
  readonly kind: "missing";
  readonly span: Span;
}
