import type { LiteralText } from "./literals.ts";

/** The part of Windows PowerShell 5.1's syntax that the emitter uses; nothing that only a later version has can be said in it. */
export type PsExpression =
  | { readonly kind: "literal"; readonly text: LiteralText }
  /** `$name`, `$script:name` */
  | { readonly kind: "variable"; readonly name: string }
  | PsCommand
  /** A text with a name: what several places share is a variable, which is known once all is lowered. */
  | { readonly kind: "named"; readonly shared: SharedText; readonly value: PsExpression }
  | { readonly kind: "binary"; readonly operator: PsOperator; readonly left: PsExpression; readonly right: PsExpression }
  | { readonly kind: "not"; readonly operand: PsExpression }
  | { readonly kind: "array"; readonly elements: readonly PsExpression[] }
  | { readonly kind: "hashtable"; readonly ordered: boolean; readonly entries: readonly PsHashtableEntry[] }
  | PsBlock
  | { readonly kind: "member"; readonly object: PsExpression; readonly name: string }
  /** `'a'.Equals($b, 'OrdinalIgnoreCase')`: of a value that is never `$null`. */
  | { readonly kind: "method"; readonly object: PsExpression; readonly name: string; readonly arguments: readonly PsExpression[] }
  /** `-join @(…)` of texts. */
  | { readonly kind: "join"; readonly parts: readonly PsExpression[] };

/** A text that a remedy gives a name, and how many places of a script use it. */
export interface SharedText {
  readonly variable: string;
  uses: number;
}

export type PsOperator = "-eq" | "-ne" | "-lt" | "-le" | "-gt" | "-ge" | "-and" | "-or" | "-ceq" | "-cne" | "-contains" | "+" | "-";

/** A key is a bare word (a name) or a literal. */
export interface PsHashtableEntry {
  readonly key: string | { readonly kind: "literal"; readonly text: LiteralText };
  readonly value: PsExpression;
}

/** A call of a function. Its name and its parameters' names come from the template library, never from a remedy. */
export interface PsCommand {
  readonly kind: "command";
  readonly name: string;
  readonly arguments: readonly PsArgument[];
}

export type PsArgument = { readonly kind: "positional"; readonly value: PsExpression } | PsNamedArgument;

export type PsNamedArgument =
  { readonly kind: "named"; readonly name: string; readonly value: PsExpression } | { readonly kind: "switch"; readonly name: string };

export interface PsBlock {
  readonly kind: "block";
  readonly body: readonly PsStatement[];
}

export type PsStatement =
  | { readonly kind: "comment"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: PsExpression }
  | { readonly kind: "return"; readonly value: PsExpression }
  | { readonly kind: "assign"; readonly variable: string; readonly value: PsExpression }
  | { readonly kind: "if"; readonly branches: readonly PsBranch[] }
  | { readonly kind: "foreach"; readonly variable: string; readonly list: PsExpression; readonly body: readonly PsStatement[] }
  /** `finally`: what is done in any case, also where the body leaves the loop or throws. */
  | { readonly kind: "try"; readonly body: readonly PsStatement[]; readonly finally: PsStatement }
  /** Ends the block of a step (`return`) or the turn of a loop (`continue`). */
  | { readonly kind: "leave"; readonly word: "return" | "continue" }
  | { readonly kind: "function"; readonly name: string; readonly body: readonly PsStatement[] }
  /** A user's PowerShell (kind `script`), checked by the lexer, reproduced line by line. */
  | { readonly kind: "verbatim"; readonly lines: readonly string[] };

/** A branch without a condition is `else` and stands last. */
export interface PsBranch {
  readonly condition: PsExpression | undefined;
  readonly body: readonly PsStatement[];
}

export const psLiteral = (text: LiteralText): PsExpression => ({ kind: "literal", text });
export const psVariable = (name: string): PsExpression => ({ kind: "variable", name });
export const psCommand = (name: string, ...args: readonly PsArgument[]): PsCommand => ({ kind: "command", name, arguments: args });
export const psPositional = (value: PsExpression): PsArgument => ({ kind: "positional", value });
export const psNamed = (name: string, value: PsExpression): PsNamedArgument => ({ kind: "named", name, value });
export const psSwitch = (name: string): PsNamedArgument => ({ kind: "switch", name });
export const psBlock = (...body: readonly PsStatement[]): PsBlock => ({ kind: "block", body });
export const psStatement = (expression: PsExpression): PsStatement => ({ kind: "expression", expression });
