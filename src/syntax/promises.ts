import type { Span } from "../source/source-file.ts";
import type { Expression, NameNode, StringExpression } from "./expressions.ts";

/** What every run of a remedy keeps, from every start state in which what is given holds. */
export interface PromiseNode {
  readonly kind: "promise";
  readonly span: Span;
  readonly documentation: string | undefined;
  readonly title: StringExpression;
  readonly remedy: NameNode;
  readonly blocks: readonly PromiseBlockNode[];
}

/** `given`: at the start. `always`: in every state of every run from there. `finally`: at the end of the last. */
export type PromiseTime = "given" | "always" | "finally";

/** `always { condition … }`: conditions that all hold. */
export interface PromiseBlockNode {
  readonly kind: "promise-block";
  readonly span: Span;
  readonly time: PromiseTime;
  /** The word itself. */
  readonly keyword: Span;
  readonly conditions: readonly Expression[];
}

/** `accept property because "…"`: a property that need not hold of this remedy, and why. */
export interface AcceptNode {
  readonly kind: "accept";
  readonly span: Span;
  readonly property: NameNode;
  readonly reason: StringExpression;
}

/** What is shown of every remedy, without being written. */
export const provableProperties = [
  "converges",
  "idempotent",
  "detection_agrees",
  "nothing_undone",
  "killed_anywhere",
  "bounded",
  "nothing_left_broken",
] as const;

export type ProvableProperty = (typeof provableProperties)[number];
