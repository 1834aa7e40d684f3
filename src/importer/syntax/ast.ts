/** The syntax tree of a PowerShell script. Offsets are UTF-16 code units into its text; names of variables, parameters and operators are in lower case. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A text: constant where all parts are; a bare word is one, too. */
export interface TextNode extends Place {
  readonly kind: "text";
  readonly parts: readonly (string | Expression)[];
  readonly bare: boolean;
}

export interface NumberNode extends Place {
  readonly kind: "number";
  readonly value: number;
}

/** `$name`, `$env:name` (with its drive; the scopes global, script, local and private are left out), `@name`. */
export interface VariableNode extends Place {
  readonly kind: "variable";
  readonly name: string;
  readonly splatted: boolean;
}

/** `a.b`, `a::b`, and with arguments a call of it. */
export interface MemberNode extends Place {
  readonly kind: "member";
  readonly target: Expression;
  readonly name: Expression;
  readonly isStatic: boolean;
  readonly args: readonly Expression[] | undefined;
}

export interface IndexNode extends Place {
  readonly kind: "index";
  readonly target: Expression;
  readonly index: Expression;
}

/** `[name]`; with a value the cast of it. */
export interface TypeNode extends Place {
  readonly kind: "type";
  readonly name: string;
  readonly value: Expression | undefined;
}

export interface UnaryNode extends Place {
  readonly kind: "unary";
  readonly operator: string;
  readonly value: Expression;
}

/** `operator` is a sign or a word without its dash and without the `c` or `i` that says how letters compare. */
export interface BinaryNode extends Place {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ListNode extends Place {
  readonly kind: "list";
  readonly items: readonly Expression[];
}

/** `(…)`, `$(…)`, `@(…)`: what the statements give. */
export interface GroupNode extends Place {
  readonly kind: "group";
  readonly sort: "(" | "$(" | "@(";
  readonly body: readonly Statement[];
}

export interface HashNode extends Place {
  readonly kind: "hash";
  readonly entries: readonly { readonly key: Expression; readonly value: Statement }[];
}

/** `{ … }`. */
export interface BlockNode extends Place {
  readonly kind: "block";
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
}

export type Expression =
  | TextNode
  | NumberNode
  | VariableNode
  | MemberNode
  | IndexNode
  | TypeNode
  | UnaryNode
  | BinaryNode
  | ListNode
  | GroupNode
  | HashNode
  | BlockNode;

export interface Parameter {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly type: string | undefined;
}

/** `-Name value`, `-Name:value`, `-Switch` (no value is bound here: what follows may be one), or a value alone. */
export type Argument = Place &
  (
    | { readonly kind: "parameter"; readonly name: string; readonly value: Expression | undefined }
    | { readonly kind: "value"; readonly value: Expression }
  );

export interface CommandNode extends Place {
  readonly kind: "command";
  readonly name: Expression;
  /** `&` or `.` before it. */
  readonly invoked: string | undefined;
  readonly args: readonly Argument[];
  readonly redirections: readonly string[];
}

export interface PipelineNode extends Place {
  readonly kind: "pipeline";
  readonly elements: readonly (CommandNode | Expression)[];
}

export interface AssignNode extends Place {
  readonly kind: "assign";
  readonly target: Expression;
  readonly operator: string;
  readonly value: Statement;
}

export interface IfNode extends Place {
  readonly kind: "if";
  readonly clauses: readonly { readonly condition: Statement; readonly body: readonly Statement[] }[];
  readonly otherwise: readonly Statement[] | undefined;
}

/** `while`, `do … while`, `do … until`, `for`. */
export interface LoopNode extends Place {
  readonly kind: "loop";
  readonly word: string;
  readonly parts: readonly Statement[];
  readonly body: readonly Statement[];
}

export interface ForeachNode extends Place {
  readonly kind: "foreach";
  readonly variable: string;
  readonly list: Statement;
  readonly body: readonly Statement[];
}

export interface SwitchNode extends Place {
  readonly kind: "switch";
  readonly flags: readonly string[];
  readonly value: Statement;
  /** The case without a pattern is `default`. */
  readonly cases: readonly { readonly pattern: Expression | undefined; readonly body: readonly Statement[] }[];
}

export interface TryNode extends Place {
  readonly kind: "try";
  readonly body: readonly Statement[];
  readonly catches: readonly (Place & { readonly types: readonly string[]; readonly body: readonly Statement[] })[];
  readonly last: readonly Statement[];
}

export interface FunctionNode extends Place {
  readonly kind: "function";
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
}

export interface FlowNode extends Place {
  readonly kind: "flow";
  readonly word: "exit" | "return" | "throw" | "break" | "continue";
  readonly value: Statement | undefined;
}

/** What means nothing to an importer: `using`, a class, an enum, `data`, `trap`; and what is no PowerShell, with an error beside it. */
export interface OtherNode extends Place {
  readonly kind: "other";
  readonly word: string;
}

export type Statement =
  PipelineNode | AssignNode | IfNode | LoopNode | ForeachNode | SwitchNode | TryNode | FunctionNode | FlowNode | OtherNode;

export type AnyNode = Statement | Expression | CommandNode;

export interface SyntaxError extends Place {
  readonly message: string;
}

/** What only PowerShell 7 reads: a fault under 5.1. */
export interface NewerSyntax extends Place {
  readonly what: string;
}

export interface Script {
  readonly text: string;
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly errors: readonly SyntaxError[];
  readonly newer: readonly NewerSyntax[];
}
