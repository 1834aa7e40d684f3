import type { ActionNode } from "./actions.ts";
import type { ArgumentNode, Expression, NameNode, StringPart } from "./expressions.ts";
import type {
  ActionsNode,
  Body,
  Declaration,
  EntryNode,
  FileNode,
  FormalNode,
  ImportNode,
  ParamNode,
  RequiresNode,
  StateNode,
  StepNode,
  TypeNode,
  UninstallNode,
} from "./file.ts";
import type { AcceptNode, PromiseBlockNode } from "./promises.ts";
import type { Scenario, ScenarioStep, GivenValueNode } from "./scenarios.ts";
import type {
  CheckNode,
  EachNode,
  EachOf,
  EnsureNode,
  OnFailureNode,
  RebootNode,
  RequireNode,
  UseNode,
  WarnNode,
  WhenNode,
  WhenOf,
  WithNode,
  WithOf,
} from "./statements.ts";

/** Any node of the syntax tree, comments apart. */
export type SyntaxNode =
  | FileNode
  | ImportNode
  | Declaration
  | ParamNode
  | FormalNode
  | TypeNode
  | StepNode
  | RequiresNode
  | UninstallNode
  | AcceptNode
  | PromiseBlockNode
  | Body
  | ActionsNode
  | EntryNode
  | StateNode
  | EnsureNode
  | RequireNode
  | WarnNode
  | WhenNode
  | WhenOf<ActionsNode>
  | EachNode
  | EachOf<ActionsNode>
  | WithNode
  | WithOf<ActionsNode>
  | CheckNode
  | UseNode
  | RebootNode
  | OnFailureNode
  | ActionNode
  | Scenario
  | ScenarioStep
  | GivenValueNode
  | Expression
  | NameNode
  | ArgumentNode
  | StringPart;

export type SyntaxKind = SyntaxNode["kind"];
export type NodeOfKind<K extends SyntaxKind> = Extract<SyntaxNode, { readonly kind: K }>;

type Child = SyntaxNode | undefined;
type Children<K extends SyntaxKind> = (node: NodeOfKind<K>) => readonly Child[];

const none = (): readonly Child[] => [];

/** The children of each kind in source order; the type checker proves that no kind is missing. */
const childrenByKind: { readonly [K in SyntaxKind]: Children<K> } = {
  file: (node) => [...node.imports, ...node.declarations],
  import: (node) => [node.path],
  remedy: (node) => [node.name, ...node.members],
  part: (node) => [node.name, ...node.formals, node.body],
  param: (node) => [node.formal],
  formal: (node) => [node.name, node.type, node.defaultValue],
  "named-type": (node) => [node.name, node.member],
  "list-type": (node) => [node.element],
  let: (node) => [node.name, node.value],
  step: (node) => [node.name, node.title, node.guard, node.body],
  requires: (node) => [node.condition, node.type],
  uninstall: (node) => [node.body],
  body: (node) => node.statements,
  actions: (node) => node.statements,
  entry: (node) => [node.name, node.value],
  state: (node) => [node.resource, ...node.entries],
  ensure: (node) => [node.state, node.otherwise],
  require: (node) => [node.condition, node.message],
  warn: (node) => [node.message, node.condition],
  when: (node) => [node.condition, node.body, node.otherwise],
  each: (node) => [node.name, node.selection, node.body],
  with: (node) => [...node.resources, node.body],
  check: (node) => [node.title, node.condition, node.every, node.fix],
  use: (node) => [node.part],
  reboot: (node) => [node.condition],
  "on-failure": (node) => [node.actions],
  action: (node) => [node.verb, node.object, ...node.entries],
  scenario: (node) => [node.title, node.remedy, ...node.steps],
  given: (node) => node.items,
  "given-value": (node) => [node.target, node.value],
  "expect-outcome": (node) => (node.reason ? [node.outcome, node.reason] : [node.outcome]),
  "expect-state": (node) => [node.state],
  restart: none,
  promise: (node) => [node.title, node.remedy, ...node.blocks],
  "promise-block": (node) => node.conditions,
  accept: (node) => [node.property, node.reason],
  name: none,
  binary: (node) => [node.left, node.right],
  not: (node) => [node.operand],
  quantified: (node) => [node.name, node.selection, node.condition],
  "name-expression": (node) => [node.name],
  member: (node) => [node.object, node.name],
  call: (node) => [node.callee, ...node.arguments],
  "named-argument": (node) => [node.name, node.value],
  "filter-argument": (node) => [node.property, node.value],
  "positional-argument": (node) => [node.value],
  integer: none,
  version: none,
  duration: none,
  size: none,
  boolean: none,
  none,
  string: (node) => node.parts,
  "text-part": none,
  interpolation: (node) => [node.expression],
  list: (node) => node.elements,
  parenthesized: (node) => [node.expression],
  missing: none,
};

/** Calls back for each direct child of a node, in source order. */
export function forEachChild(node: SyntaxNode, callback: (child: SyntaxNode) => void): void {
  // The table is indexed by the node's own kind, which the type checker cannot follow through the union.
  const children = childrenByKind[node.kind] as (node: SyntaxNode) => readonly Child[];
  for (const child of children(node)) if (child) callback(child);
}

/** Calls back for a node and all nodes below it, parents first, in source order; what is below a node is left out when `enter` gives false. */
export function walk(
  node: SyntaxNode,
  enter: (node: SyntaxNode, parent: SyntaxNode | undefined) => boolean | undefined,
  parent?: SyntaxNode,
): void {
  if (enter(node, parent) === false) return;
  forEachChild(node, (child) => walk(child, enter, node));
}

/** The kinds of all nodes, for tests that walk over the table. */
export const syntaxKinds = Object.keys(childrenByKind) as readonly SyntaxKind[];
