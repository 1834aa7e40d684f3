import type { Catalog, ResourceKind } from "../../src/resources/catalog/model.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import type { Span } from "../../src/source/source-file.ts";
import type { ActionStatement } from "../../src/syntax/actions.ts";
import type { BinaryOperator, Expression, ReferenceExpression } from "../../src/syntax/expressions.ts";
import type { EntryNode, FileNode, StateNode } from "../../src/syntax/file.ts";
import type { Statement } from "../../src/syntax/statements.ts";
import { walk } from "../../src/syntax/visitor.ts";
import type { SyntaxNode } from "../../src/syntax/visitor.ts";

/** What an edit does to a recipe, as the table tells it. */
export const EDIT_KINDS = [
  "an item moved",
  "an item dropped",
  "a `require` dropped",
  "a `reboot` dropped",
  "a guard dropped",
  "an `else` dropped",
  "a `with` dropped",
  "a comparison turned",
  "a part of a condition dropped",
  "`absent` swapped",
  "a value changed",
  "an entry dropped",
  "a `provides` dropped",
] as const;

export type EditKind = (typeof EDIT_KINDS)[number];

/** A mistake as an author may make it: the text of one span is another one. */
export interface Edit {
  readonly kind: EditKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** All edits of the remedies and parts of a file, in source order of what they are about. Its promises and scenarios stay. */
export function listEdits(file: FileNode, catalog: Catalog): readonly Edit[] {
  const edits: Edit[] = [];
  const add = (kind: EditKind, start: number, end: number, text: string): void => void edits.push({ kind, start, end, text });
  const findKind = createFindKind(file, catalog);
  for (const declaration of file.declarations)
    if (declaration.kind === "remedy" || declaration.kind === "part")
      walk(declaration, (node) => {
        editNode(node, add, findKind);
        return true;
      });
  return edits;
}

type FindKind = (resource: ReferenceExpression) => ResourceKind | undefined;

/** Of which kind a resource is, written out or by the name that a `let` of the file gives it. */
function createFindKind(file: FileNode, { kinds }: Catalog): FindKind {
  const named = new Map<string, Expression>();
  walk(file, (node) => {
    if (node.kind === "let") named.set(node.name.text, node.value);
    return true;
  });
  const find = (resource: Expression | undefined): ResourceKind | undefined => {
    if (resource?.kind === "call") return find(resource.callee);
    if (resource?.kind !== "name-expression") return undefined;
    const name = resource.name.text;
    return kinds[name] ?? find(named.get(name));
  };
  return find;
}

type Add = (kind: EditKind, start: number, end: number, text: string) => void;

function editNode(node: SyntaxNode, add: Add, findKind: FindKind): void {
  switch (node.kind) {
    case "remedy":
      swapNeighbours(
        node.members.filter((member) => member.kind === "step"),
        add,
      );
      return;
    case "body":
    case "actions":
      editBlock(node.statements, add);
      return;
    case "step":
      if (!node.guard) return;
      // `when` stands between the title and the condition.
      add("a guard dropped", node.title.span.end, node.guard.span.end, "");
      editCondition(node.guard, add);
      return;
    case "when":
      add("a guard dropped", node.span.start, node.span.end, inside(node.body.span));
      if (node.otherwise) add("an `else` dropped", node.body.span.end, node.span.end, "");
      editCondition(node.condition, add);
      return;
    case "with":
      add("a `with` dropped", node.span.start, node.span.end, inside(node.body.span));
      return;
    case "require":
    case "reboot":
      editCondition(node.condition, add);
      return;
    case "check":
      if (node.condition) editCondition(node.condition, add);
      return;
    case "ensure":
      if (node.otherwise) add("an `else` dropped", node.state.span.end, node.span.end, "");
      editState(node.state, add, findKind);
      return;
    case "action":
      if (node.entries.length > 0) add("an entry dropped", node.object.span.end, node.span.end, "");
      return;
    default:
      return;
  }
}

/** What stands between the braces. */
const inside = (block: Span): string => getSpanText(block).slice(1, -1).trim();

const DROPPED: { readonly [kind: string]: EditKind } = {
  ensure: "an item dropped",
  use: "an item dropped",
  action: "an item dropped",
  require: "a `require` dropped",
  reboot: "a `reboot` dropped",
};

/** Without it, or elsewhere, a remedy tells less of a failure, and does the same. */
const isDiagnosis = (statement: Statement | ActionStatement): boolean => statement.kind === "action" && statement.verb.text === "diagnose";

/** What has an effect where it stands. */
const MOVED = new Set<string>([...Object.keys(DROPPED), "when", "each", "with", "check"]);

function editBlock(statements: readonly (Statement | ActionStatement)[], add: Add): void {
  const movable = statements.filter((statement) => MOVED.has(statement.kind) && !isDiagnosis(statement));
  swapNeighbours(movable, add);
  // A block without anything is no mistake that somebody makes.
  if (movable.length > 1)
    for (const { kind, span } of movable) {
      const dropped = DROPPED[kind];
      if (dropped) add(dropped, span.start, span.end, "");
    }
}

function swapNeighbours(nodes: readonly SyntaxNode[], add: Add): void {
  for (const [i, { span: second }] of nodes.entries()) {
    const first = nodes[i - 1]?.span;
    if (!first) continue;
    const between = second.file.text.slice(first.end, second.start);
    add("an item moved", first.start, second.end, `${getSpanText(second)}${between}${getSpanText(first)}`);
  }
}

const TURNED: { readonly [operator in BinaryOperator]?: string } = {
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
  and: "or",
  or: "and",
};

function editCondition(condition: Expression, add: Add): void {
  walk(condition, (node) => {
    if (node.kind === "not") add("a comparison turned", node.span.start, node.span.end, getSpanText(node.operand.span));
    if (node.kind !== "binary") return true;
    const { operator, operatorSpan, left, right, span } = node;
    const turned = TURNED[operator];
    if (turned !== undefined) add("a comparison turned", operatorSpan.start, operatorSpan.end, turned);
    else if (operator === "in" || operator === "matches") add("a comparison turned", span.start, span.end, `not (${getSpanText(span)})`);
    if (operator === "and" || operator === "or") {
      add("a part of a condition dropped", span.start, span.end, getSpanText(left.span));
      add("a part of a condition dropped", span.start, span.end, getSpanText(right.span));
    }
    return true;
  });
}

function editState({ resource, presence, presenceSpan, entries, span }: StateNode, add: Add, findKind: FindKind): void {
  if (presence === "absent") add("`absent` swapped", presenceSpan?.start ?? span.end, span.end, "present");
  else add("`absent` swapped", resource.span.end, span.end, " absent");
  for (const [i, entry] of entries.entries()) {
    const kind = entry.name.text === "provides" ? "a `provides` dropped" : "an entry dropped";
    const [before, after] = [entries[i - 1], entries[i + 1]];
    if (after) add(kind, entry.span.start, after.span.start, "");
    else if (before) add(kind, before.span.end, entry.span.end, "");
    else if (presenceSpan) add(kind, presenceSpan.end, span.end, "");
    changeValue(entry, add, findKind(resource));
  }
}

/** Another value of the same type for what a state says. */
function changeValue({ name, value }: EntryNode, add: Add, kind: ResourceKind | undefined): void {
  const property = kind?.properties.find((one) => one.name === name.text);
  if (property?.role !== "state") return;
  walk(value, (node) => {
    const { start, end } = node.span;
    const change = (text: string): void => add("a value changed", start, end, text);
    if (node.kind === "integer") change(String(node.value > 1 ? node.value + 1 : 1 - node.value));
    else if (node.kind === "boolean") change(String(!node.value));
    else if (node.kind === "string" && node.form !== "raw-block") change(getSpanText(node.span).replace(/.$/, "2$&"));
    else if (node.kind === "name-expression") {
      const word = node.name.text;
      const members = property.type.kind === "enum" ? property.type.members.filter(({ ensurable }) => ensurable) : [];
      const other = members.some((one) => one.name === word) ? members.find((one) => one.name !== word)?.name : undefined;
      if (other !== undefined) change(other);
    }
    return node.kind === "list";
  });
}
