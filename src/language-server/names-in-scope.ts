import { findImportPath } from "../binder/import-node.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import type { Type } from "../checker/type.ts";
import { errorType, toType } from "../checker/types/operations.ts";
import type { NameNode } from "../syntax/expressions.ts";
import type { FileNode, PartNode } from "../syntax/file.ts";
import type { SyntaxNode } from "../syntax/visitor.ts";
import type { ResourceKind } from "../resources/catalog/model.ts";
import type { Reference } from "./cursor.ts";
import type { TokenList } from "./tokens.ts";
import { findPath } from "./tree.ts";

/** A name that can be used at a place. */
export interface VisibleName {
  readonly name: NameNode;
  readonly kind: "let" | "param" | "formal" | "element";
  readonly type: Type;
  readonly documentation: string | undefined;
}

/** What is declared where, as seen from a place. */
export interface NamesInScope {
  readonly names: ReadonlyMap<string, VisibleName>;
  readonly parts: readonly PartNode[];
}

/** The names that can be used at an offset of a file: those of the file and its imports, and those of the blocks around the place that stand before it. */
export function findNamesInScope(program: CheckedProgram, file: FileNode, offset: number): NamesInScope {
  const names = new Map<string, VisibleName>();
  const parts: PartNode[] = [];
  const add = (name: NameNode, kind: VisibleName["kind"], type: Type, documentation?: string): void => {
    if (name.text !== "") names.set(name.text, { name, kind, type, documentation });
  };
  const addDeclarations = (declarations: readonly SyntaxNode[]): void => {
    for (const node of declarations) {
      if (node.kind === "let") add(node.name, "let", program.types.get(node.value) ?? errorType, node.documentation);
      else if (node.kind === "param") add(node.formal.name, "param", typeOf(program, node.formal.name), node.documentation);
      else if (node.kind === "part" && node.name.text !== "") parts.push(node);
    }
  };
  const imported = new Set(file.imports.flatMap((node) => findImportPath(node, file.source.path).path ?? []));
  for (const other of program.files) if (imported.has(other.source.path)) addDeclarations(other.declarations);
  addDeclarations(file.declarations);
  for (const node of findPath(file, offset)) {
    switch (node.kind) {
      case "promise": {
        // The names of its conditions are those of its remedy.
        const symbol = program.symbols.get(node.remedy);
        if (symbol?.kind === "remedy") addDeclarations(symbol.node.members);
        break;
      }
      case "remedy":
        addDeclarations(node.members);
        break;
      case "part":
        for (const formal of node.formals) add(formal.name, "formal", typeOf(program, formal.name));
        break;
      case "body":
      case "actions":
        addDeclarations(node.statements.filter(({ span }) => span.end <= offset));
        break;
      case "each":
      case "quantified":
        add(node.name, "element", typeOf(program, node.name));
        break;
      default:
    }
  }
  return { names, parts };
}

function typeOf(program: CheckedProgram, name: NameNode): Type {
  const symbol = program.symbols.get(name);
  return symbol && "type" in symbol ? symbol.type : errorType;
}

/** What a reference stands for, by its tokens: also one in a line that does not parse. */
export function resolveReference(list: TokenList, { first, last }: Reference, { names }: NamesInScope, program: CheckedProgram): Type {
  const kinds = program.catalog.kinds;
  const name = list.imageOf(first);
  let i = first + 1;
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  let type: Type = names.get(name)?.type ?? (kind ? { kind: "resource", resourceKind: kind } : errorType);
  for (;;) {
    if (i <= last && list.typeOf(i) === "LeftParen") i = findClosing(list, i, last) + 1;
    if (i >= last || list.typeOf(i) !== "Dot") return type;
    type = memberType(type, list.imageOf(i + 1));
    i += 2;
  }
}

/** The kind of resource that a reference stands for. */
export function resolveKind(list: TokenList, reference: Reference, names: NamesInScope, program: CheckedProgram): ResourceKind | undefined {
  const type = resolveReference(list, reference, names, program);
  const plain = type.kind === "optional" ? type.of : type;
  return plain.kind === "resource" ? plain.resourceKind : undefined;
}

function findClosing(list: TokenList, open: number, last: number): number {
  for (let i = open + 1; i <= last; i++) if (list.typeOf(i) === "RightParen" && list.findOpening(i) === open) return i;
  return last;
}

function memberType(object: Type, name: string): Type {
  const plain = object.kind === "optional" ? object.of : object;
  if (plain.kind !== "resource") return errorType;
  const { resourceKind } = plain;
  if (name === "exists" && !resourceKind.singleton) return { kind: "bool" };
  const members = [...resourceKind.properties, ...resourceKind.queries, ...resourceKind.keys];
  const member = members.find((one) => one.name === name);
  return member ? toType(member.type, `${resourceKind.name}.${name}`) : errorType;
}
