import type ts from "typescript";
import { findVocabularyName, getText, report } from "./extraction.ts";
import type { Extraction } from "./extraction.ts";
import type { CatalogType, EnumMember } from "./model.ts";
import { simpleTypes } from "./vocabulary.ts";

/** A type of a member, and the numbers that it allows when it is a union of numbers. */
export interface ExtractedType {
  readonly type: CatalogType;
  readonly oneOf: readonly number[] | undefined;
}

/** Reads a type; undefined when it is none of the vocabulary, which has then been reported. */
export function extractType(extraction: Extraction, node: ts.TypeNode): ExtractedType | undefined {
  return read(extraction, node, new Set());
}

/** Reads a union of words, the second argument of `State`; undefined when it is none. */
export function extractWords(extraction: Extraction, node: ts.TypeNode): readonly EnumMember[] | undefined {
  const type = extractType(extraction, node)?.type;
  return type?.kind === "enum" ? type.members : undefined;
}

function read(extraction: Extraction, node: ts.TypeNode, within: ReadonlySet<string>): ExtractedType | undefined {
  const { ts } = extraction;
  if (node.kind === ts.SyntaxKind.StringKeyword) return plain({ kind: "string" });
  if (node.kind === ts.SyntaxKind.NumberKeyword) return plain({ kind: "int" });
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return plain({ kind: "bool" });
  if (ts.isParenthesizedTypeNode(node)) return read(extraction, node.type, within);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return read(extraction, node.type, within);
  if (ts.isArrayTypeNode(node)) return listOf(read(extraction, node.elementType, within));
  if (ts.isUnionTypeNode(node) || ts.isLiteralTypeNode(node)) return readUnion(extraction, node, within);
  if (ts.isTypeReferenceNode(node)) return readReference(extraction, node, within);
  return refuse(extraction, node, "it is not one that an author could write a value of");
}

function readReference(extraction: Extraction, node: ts.TypeReferenceNode, within: ReadonlySet<string>): ExtractedType | undefined {
  const first = node.typeArguments?.[0];
  const known = findVocabularyName(extraction, node.typeName);
  if (known === undefined) {
    const name = node.typeName.getText(extraction.tree);
    if ((name === "Array" || name === "ReadonlyArray") && first) return listOf(read(extraction, first, within));
    const alias = extraction.aliases.get(name);
    if (!alias) return refuse(extraction, node, 'it is neither declared in this file nor imported from "remedyc/kinds"');
    if (within.has(name)) return refuse(extraction, node, "it refers to itself");
    return read(extraction, alias.type, new Set([...within, name]));
  }
  const simple = simpleTypes[known];
  if (simple) return plain({ kind: simple });
  if (known === "AnyResource") return plain({ kind: "resource", of: undefined });
  if ((known === "Quoted" || known === "ResourceOf") && first) {
    const words = read(extraction, first, within)?.type;
    if (words === undefined) return undefined;
    if (words.kind !== "enum") return refuse(extraction, first, "a union of texts is needed here");
    return plain(known === "Quoted" ? { ...words, quoted: true } : { kind: "resource", of: words.members.map((member) => member.name) });
  }
  return refuse(extraction, node, "it is no type of a value");
}

/** A union of texts is an enum; a union of numbers is a number with a choice. Members may come from aliases. */
function readUnion(
  extraction: Extraction,
  node: ts.UnionTypeNode | ts.LiteralTypeNode,
  within: ReadonlySet<string>,
): ExtractedType | undefined {
  const { ts } = extraction;
  const members: EnumMember[] = [];
  const numbers: number[] = [];
  let previousEnd = node.pos;
  for (const part of ts.isUnionTypeNode(node) ? node.types : [node]) {
    if (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal)) {
      const [documentation = "", registryKey] = findComment(extraction, previousEnd, part).split(/\s*@key\s+/);
      members.push({ name: part.literal.text, documentation, ensurable: true, ...(registryKey ? { registryKey } : {}) });
    } else if (ts.isLiteralTypeNode(part) && ts.isNumericLiteral(part.literal)) {
      numbers.push(Number(part.literal.text));
    } else if (ts.isTypeReferenceNode(part)) {
      const referred = readReference(extraction, part, within);
      if (!referred) return undefined;
      if (referred.type.kind !== "enum") return refuse(extraction, node, "a value has one type");
      members.push(...referred.type.members);
    } else {
      return refuse(extraction, part, "a union holds texts only, or numbers only");
    }
    previousEnd = part.end;
  }
  if (members.length > 0 && numbers.length > 0) return refuse(extraction, node, "a union holds texts only, or numbers only");
  if (numbers.length > 0) return { type: { kind: "int" }, oneOf: numbers };
  const twice = members.find((member, i) => members.findIndex((other) => other.name === member.name) !== i);
  if (twice) return refuse(extraction, node, `'${twice.name}' stands in it twice`);
  for (const member of members) {
    if (member.documentation === "") report(extraction, "RMD6011", node, { name: member.name });
  }
  return plain({ kind: "enum", members });
}

/** The doc comment before a member of a union; TypeScript hangs it on nothing, it is only the white space before the `|`. */
function findComment(extraction: Extraction, from: number, member: ts.Node): string {
  const before = extraction.tree.text.slice(from, member.getStart(extraction.tree));
  const comments = [...before.matchAll(/\/\*\*([\s\S]*?)\*\//g)];
  return (comments.at(-1)?.[1] ?? "").replace(/\s*\r?\n\s*\*?\s*/g, " ").trim();
}

function plain(type: CatalogType): ExtractedType {
  return { type, oneOf: undefined };
}

function listOf(element: ExtractedType | undefined): ExtractedType | undefined {
  return element && { type: { kind: "list", element: element.type }, oneOf: element.oneOf };
}

function refuse(extraction: Extraction, node: ts.Node, reason: string): ExtractedType | undefined {
  report(extraction, "RMD6005", node, { type: getText(extraction, node), reason });
  return undefined;
}
