import type ts from "typescript";
import type { WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { SourceFile } from "../../source/source-file.ts";
import { findTag, getTagTexts, readDocComment } from "./doc-comment.ts";
import type { DocComment } from "./doc-comment.ts";
import { extractMember } from "./extract-member.ts";
import { findVocabularyName, getText, report } from "./extraction.ts";
import type { Extraction, TypeScript } from "./extraction.ts";
import type { KeyParameter, Property, Query, ResourceKind, Verb } from "./model.ts";
import { takenNames, toSnakeCase } from "./names.ts";
import { parseTypeScript } from "./parse-typescript.ts";
import { readKindProof } from "./proof-tags.ts";
import type { Base } from "./vocabulary.ts";
import { bases, roles, simpleTypes, specialTypes, verbResults } from "./vocabulary.ts";

/** What the extraction is told beside the source. */
export interface ExtractOptions {
  /** Goes into `ResourceKind.origin`. */
  readonly origin: string;
  /** Names that other kinds have already -> where they are declared (`a built-in resource kind has it`). */
  readonly taken: ReadonlyMap<string, string>;
}

const vocabularyNames: readonly string[] = [
  ...Object.keys(bases),
  ...Object.keys(roles),
  ...Object.keys(verbResults),
  ...Object.keys(simpleTypes),
  ...specialTypes,
];

/**
 * Reads the resource kinds that a TypeScript file declares: every exported interface that extends a base of the vocabulary, in source order.
 * Only syntax is read, nothing is type-checked: types must be of the vocabulary or declared in the file itself.
 */
export function extractKinds(ts: TypeScript, source: SourceFile, options: ExtractOptions): WithDiagnostics<readonly ResourceKind[]> {
  const parsed = parseTypeScript(ts, source);
  if (parsed.diagnostics.length > 0) return { value: [], diagnostics: parsed.diagnostics };
  const extraction = createExtraction(ts, source, parsed.value);
  const kinds: ResourceKind[] = [];
  const taken = new Map([...takenNames, ...options.taken]);
  for (const declaration of parsed.value.statements.filter(ts.isInterfaceDeclaration)) {
    const base = findBase(extraction, declaration);
    if (base === undefined || !declaration.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) continue;
    const kind = extractKind(extraction, declaration, base, options.origin);
    const owner = taken.get(kind.name);
    if (owner !== undefined) report(extraction, "RMD6010", declaration.name, { kind: kind.name, owner, interface: kind.noun });
    taken.set(kind.name, "another interface of this file has it");
    kinds.push(kind);
  }
  if (kinds.length === 0)
    extraction.diagnostics.push(createDiagnostic("RMD6004", { file: source, start: 0, end: 0 }, { file: source.path }));
  return { value: kinds, diagnostics: extraction.diagnostics };
}

function createExtraction(ts: TypeScript, source: SourceFile, tree: ts.SourceFile): Extraction {
  const vocabulary = new Map<string, string>();
  for (const statement of tree.statements.filter(ts.isImportDeclaration)) {
    const specifier = ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
    const names = statement.importClause?.namedBindings;
    if ((specifier !== "remedyc/kinds" && specifier !== "../language.ts") || !names || !ts.isNamedImports(names)) continue;
    for (const element of names.elements) {
      const original = (element.propertyName ?? element.name).text;
      if (vocabularyNames.includes(original)) vocabulary.set(element.name.text, original);
    }
  }
  const aliases = new Map(tree.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias]));
  const interfaces = new Map(tree.statements.filter(ts.isInterfaceDeclaration).map((declaration) => [declaration.name.text, declaration]));
  return { ts, source, tree, vocabulary, aliases, interfaces, diagnostics: [] };
}

/** What its bases make of an interface; undefined when it extends none. An interface that extends something else as well is refused. */
function findBase(extraction: Extraction, declaration: ts.InterfaceDeclaration): Base | undefined {
  const types = declaration.heritageClauses?.flatMap((clause) => clause.types) ?? [];
  const found = types.map((type) => ({ type, base: bases[findVocabularyName(extraction, type.expression) ?? ""] }));
  if (!found.some(({ base }) => base)) return undefined;
  for (const { type, base } of found) {
    if (!base)
      report(extraction, "RMD6005", type, {
        type: getText(extraction, type),
        reason: 'an interface of a kind extends bases of "remedyc/kinds" only',
      });
  }
  return Object.assign({}, ...found.map(({ base }) => base ?? {}), presenceOf(found.map(({ base }) => base ?? {}))) as Base;
}

/** Of several bases the one that allows most counts. */
function presenceOf(found: readonly Base[]): Base {
  if (found.some((base) => base.ensure === "presence")) return { ensure: "presence" };
  return found.some((base) => base.ensure === "state") ? { ensure: "state" } : {};
}

function extractKind(extraction: Extraction, declaration: ts.InterfaceDeclaration, base: Base, origin: string): ResourceKind {
  const noun = declaration.name.text;
  const name = toSnakeCase(noun);
  if (!/^[A-Z][A-Za-z0-9]*$/.test(noun))
    report(extraction, "RMD6012", declaration.name, {
      name: noun,
      reason: "an interface's name begins with a capital and has letters and digits only",
    });
  const doc = readDocComment(extraction, declaration, declaration.name);
  const keys: KeyParameter[] = [];
  const properties: Property[] = [];
  const queries: Query[] = [];
  const verbs: Verb[] = [];
  const seen = new Set<string>();
  for (const node of declaration.members) {
    const member = extractMember(extraction, node, name);
    if (member === undefined) continue;
    const memberName = node.name?.getText(extraction.tree) ?? "";
    if (seen.has(memberName)) report(extraction, "RMD6009", node.name ?? node, { name: memberName, kind: name });
    seen.add(memberName);
    switch (member.kind) {
      case "key":
        checkKeyPlace(extraction, node, member.key, keys, base, name);
        keys.push(member.key);
        break;
      case "property":
        properties.push(member.property);
        break;
      case "query":
        queries.push(member.query);
        break;
      case "verb":
        verbs.push(member.verb);
        break;
      default:
        unreachable(member);
    }
  }
  if (keys.length === 0 && !base.singleton && !base.selection) report(extraction, "RMD6007", declaration.name, { kind: name });
  const named = keys.filter((key) => key.required);
  const naming = named.filter((key) => key.scope === undefined && key.positional);
  if (base.enumerable && (naming.length !== 1 || keys.some((key) => key.positional && key !== naming[0])))
    report(extraction, "RMD6016", declaration.name, { name, reason: "what extends Enumerable has one key, which names each of them" });
  if (!base.enumerable && keys.some((key) => key.scope && (key.required || !base.selection)))
    report(extraction, "RMD6016", declaration.name, {
      name,
      reason: "a Scope says of what extends Enumerable which all are, and of what extends Selectable where it may be left out",
    });
  const readings = base.selection ? [...keys.filter((key) => !key.scope).map(keyToReading), ...properties] : properties;
  const [summary = "", ...rest] = doc.text.split("\n\n");
  return {
    name,
    noun,
    summary,
    documentation: rest.join("\n\n"),
    origin,
    singleton: base.singleton ?? false,
    keys,
    selection: base.selection ?? false,
    ...(base.enumerable ? { enumerable: true as const } : {}),
    ...(base.presumed ? { presumed: true as const } : {}),
    ensure: base.ensure ?? "none",
    ...(base.ensure === "presence" ? { creatable: base.creatable ?? false } : {}),
    stoppable: base.stoppable ?? false,
    properties: readings,
    queries,
    verbs,
    ...readContext(extraction, doc, declaration.name),
    blockers: getTagTexts(doc, "blocker"),
    touches: getTagTexts(doc, "touches"),
    ...readKindProof(extraction, doc, declaration.name),
  };
}

/** `@context system`. */
function readContext(extraction: Extraction, doc: DocComment, nameNode: ts.Identifier): Pick<ResourceKind, "context"> {
  const context = findTag(doc, "context");
  if (context === undefined) return {};
  if (context === "system") return { context };
  report(extraction, "RMD6013", nameNode, { tag: "context", name: nameNode.text, reason: `'${context}' is not 'system'` });
  return {};
}

/** Positional keys come before named ones, required ones before optional ones, and a rest key is the last positional one. */
function checkKeyPlace(
  extraction: Extraction,
  node: ts.TypeElement,
  key: KeyParameter,
  before: readonly KeyParameter[],
  base: Base,
  owner: string,
): void {
  const place = node.name ?? node;
  if (base.singleton) report(extraction, "RMD6008", place, { kind: owner, name: key.name });
  const last = before.at(-1);
  if (last === undefined || !key.positional) return;
  if (last.variadic)
    report(extraction, "RMD6016", place, { name: key.name, reason: `'${last.name}' before it takes all further arguments` });
  else if (!last.positional) report(extraction, "RMD6016", place, { name: key.name, reason: "keys without a name come before named ones" });
  else if (!last.required && key.required)
    report(extraction, "RMD6016", place, { name: key.name, reason: `'${last.name}' before it may be left out` });
}

/** In a selection, keys are properties to filter by and to read. What has no such key gives none. */
function keyToReading(key: KeyParameter): Property {
  return {
    name: key.name,
    role: "reading",
    type: key.type,
    optional: !key.positional,
    defaultValue: undefined,
    documentation: key.documentation,
    limits: key.limits,
  };
}

function unreachable(member: never): never {
  throw new Error(`member ${JSON.stringify(member)} is unknown`);
}
