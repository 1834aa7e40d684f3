import { CompletionItemKind } from "vscode-languageserver-types";
import type { Type } from "../../checker/type.ts";
import { toType } from "../../checker/types/operations.ts";
import { givenWords } from "../../generated/kind-given-words.ts";
import { describeMember } from "../../resources/catalog/reference.ts";
import type { KeyParameter, Property, ResourceKind, Verb } from "../../resources/catalog/model.ts";
import { outcomes } from "../../syntax/scenarios.ts";
import { provableProperties } from "../../syntax/promises.ts";
import { requirementTypes } from "../../targets/requirement.ts";
import { targetNames } from "../../targets/targets.ts";
import type { Block } from "../blocks.ts";
import type { Reference } from "../cursor.ts";
import {
  ACTION_WORDS,
  DECLARATION_WORDS,
  PROMISE_WORDS,
  REMEDY_ENTRIES,
  REMEDY_WORDS,
  SCENARIO_WORDS,
  STATEMENT_WORDS,
  TYPE_WORDS,
} from "../language-words.ts";
import type { LanguageWord } from "../language-words.ts";
import { resolveKind, resolveReference } from "../names-in-scope.ts";
import type { Choice, CompletionContext } from "./complete.ts";
import { listKeyChoices, listKindChoices, listPropertyChoices, listVerbChoices } from "./kinds.ts";
import { listValues } from "./values.ts";

/** What can stand at a place outside quotes. */
export function listChoices(context: CompletionContext): Choice[] {
  const { cursor, program, names } = context;
  const { wanted } = cursor;
  const kindOf = (reference: Reference): ResourceKind | undefined => resolveKind(cursor.list, reference, names, program);
  switch (wanted.kind) {
    case "declaration":
      return listWords(DECLARATION_WORDS);
    case "item":
      return listItems(context, wanted.block);
    case "resource":
      return listResources(context, wanted.use);
    case "part":
      return names.parts.map(({ name, formals, documentation }) => ({
        label: name.text,
        kind: CompletionItemKind.Function,
        insert: `${name.text}(${formals.map((formal, i) => `\${${i + 1}:${formal.name.text}}`).join(", ")})`,
        isSnippet: true,
        ...(documentation === undefined ? {} : { documentation }),
      }));
    case "remedy":
      return program.files.flatMap(({ declarations }) =>
        declarations.flatMap((node) =>
          node.kind === "remedy" && node.name.text !== "" ? [{ label: node.name.text, kind: CompletionItemKind.Module }] : [],
        ),
      );
    case "type":
      return [...listWords(TYPE_WORDS, CompletionItemKind.TypeParameter), ...listEnumTypes(context)];
    case "channel-type":
      return requirementTypes.map((label) => ({ label, kind: CompletionItemKind.TypeParameter }));
    case "property-to-accept":
      return provableProperties.map((label) => ({ label, kind: CompletionItemKind.Property }));
    case "expectation":
      return [...Object.keys(outcomes).map((label) => ({ label, kind: CompletionItemKind.Keyword })), ...listResources(context, "ensure")];
    case "outcome": {
      const known = outcomes[wanted.run as keyof typeof outcomes] as readonly string[] | undefined;
      return (known ?? []).map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    }
    case "failure":
      return [{ label: "failure", kind: CompletionItemKind.Keyword }];
    case "argument": {
      const kind = kindOf(wanted.callee);
      if (!kind) return listExpressions(context, undefined);
      const isPart = names.parts.some(({ name }) => name.text === cursor.list.imageOf(wanted.callee.first));
      const positional = kind.keys.filter((key) => key.positional)[wanted.position];
      const here = positional ? listValues(context, keyType(kind, positional)) : [];
      return [...here, ...(isPart ? [] : listKeyChoices(kind)), ...listReadNames(context)];
    }
    case "argument-value": {
      const kind = kindOf(wanted.callee);
      const member = [...(kind?.keys ?? []), ...(kind?.properties ?? [])].find(({ name }) => name === wanted.name);
      return kind && member
        ? listExpressions(context, toType(member.type, `${kind.name}.${member.name}`))
        : listExpressions(context, undefined);
    }
    case "member":
      return listMembers(context, wanted.object);
    case "entry-value":
      return listEntryValues(context, wanted.block, wanted.name);
    case "compared":
      return listExpressions(context, resolveReference(cursor.list, wanted.left, names, program));
    case "expression":
      return listExpressions(context, undefined);
    case "presence": {
      const kind = kindOf(wanted.resource);
      const words = kind?.ensure === "presence" ? ["absent", "present"] : [];
      return words.map((label) => ({ label, kind: CompletionItemKind.Keyword }));
    }
    case "import":
      return context.importable.map((path) => ({ label: `"${path}"`, kind: CompletionItemKind.File }));
    case "nothing":
      return [];
    default:
      return wanted satisfies never;
  }
}

function keyType(kind: ResourceKind, key: KeyParameter): Type {
  const type = toType(key.type, `${kind.name}.${key.name}`);
  return key.variadic && type.kind === "list" ? type.element : type;
}

function listWords(words: { readonly [word: string]: LanguageWord }, kind: CompletionItemKind = CompletionItemKind.Keyword): Choice[] {
  return Object.entries(words).map(([label, { documentation, snippet }]) => ({
    label,
    kind,
    documentation,
    ...(snippet === undefined ? {} : { insert: snippet, isSnippet: true as const }),
  }));
}

/** What begins in a block. */
function listItems(context: CompletionContext, block: Block): Choice[] {
  const { cursor, program, names } = context;
  switch (block.kind) {
    case "remedy":
      return [...listWords(REMEDY_WORDS), ...listWords(REMEDY_ENTRIES, CompletionItemKind.Property)];
    case "statements": {
      if (!block.isOfActions) return listWords(STATEMENT_WORDS);
      const words = listWords(STATEMENT_WORDS).filter(({ label }) => ACTION_WORDS.includes(label));
      return [...listVerbChoices(program.catalog, block.isOfFailure), ...words];
    }
    case "state": {
      const kind = resolveKind(cursor.list, block.resource, names, program);
      if (!kind) return [];
      const isWish = block.use === "ensure";
      const fits = ({ role, readable }: Property): boolean =>
        isWish ? role !== "reading" : role !== "means" && (block.use === "given" || readable !== false);
      const said = block.use === "given" ? (givenWords[kind.name] ?? []) : [];
      return [
        ...listPropertyChoices(kind, kind.properties.filter(fits)),
        ...said.map(({ name, documentation }) => ({
          label: name,
          kind: CompletionItemKind.Property,
          documentation,
          insert: `${name}: `,
          rank: 1,
        })),
      ];
    }
    case "options": {
      const kind = resolveKind(cursor.list, block.resource, names, program);
      const verb = kind?.verbs.find(({ name }) => name === block.verb);
      return kind && verb ? listPropertyChoices(kind, verb.options) : [];
    }
    case "scenario":
      return listWords(SCENARIO_WORDS);
    case "promise":
      return listWords(PROMISE_WORDS);
    case "conditions":
      return listExpressions(context, undefined);
    case "given":
      return listReadNames(context);
    case "unknown":
      return [];
    default:
      return block satisfies never;
  }
}

function listResources(context: CompletionContext, use: "ensure" | "with" | "any"): Choice[] {
  const isMeant = (kind: ResourceKind): boolean => (use === "ensure" ? kind.ensure !== "none" : use === "with" ? kind.stoppable : true);
  const named = [...context.names.names.values()].flatMap(({ name, type }) => {
    const plain = type.kind === "optional" ? type.of : type;
    return plain.kind === "resource" && isMeant(plain.resourceKind)
      ? [{ label: name.text, kind: CompletionItemKind.Variable, detail: plain.resourceKind.name }]
      : [];
  });
  return [...named, ...listKindChoices(Object.values(context.program.catalog.kinds).filter(isMeant))];
}

/** Names, facts and kinds that can be read. */
function listReadNames({ names, program }: CompletionContext): Choice[] {
  const readable = Object.values(program.catalog.kinds).filter(
    (kind) => kind.queries.length > 0 || kind.ensure !== "none" || kind.properties.some(({ role }) => role !== "means"),
  );
  return [
    ...[...names.names.values()].map(({ name, kind, type, documentation }) => ({
      label: name.text,
      kind: kind === "param" || kind === "formal" ? CompletionItemKind.Constant : CompletionItemKind.Variable,
      detail: type.kind === "resource" ? type.resourceKind.name : kind,
      ...(documentation === undefined ? {} : { documentation }),
    })),
    ...listKindChoices(readable).map((choice) => ({ ...choice, rank: 1 })),
    {
      label: "changed",
      kind: CompletionItemKind.Constant,
      documentation: "Whether something above in this remedy was fixed since Windows started.",
      rank: 1,
    },
  ];
}

function listExpressions(context: CompletionContext, type: Type | undefined): Choice[] {
  const words = ["not", "any", "all"].map((label) => ({ label, kind: CompletionItemKind.Keyword, rank: 2 }));
  return [...(type ? listValues(context, type) : []), ...listReadNames(context), ...(type ? [] : words)];
}

function listMembers({ cursor, program, names }: CompletionContext, object: Reference): Choice[] {
  const { list } = cursor;
  if (object.first === object.last) {
    const word = list.imageOf(object.first);
    if (word === "secret")
      return [
        {
          label: "env",
          kind: CompletionItemKind.Method,
          insert: 'env("$0")',
          isSnippet: true,
          documentation: "A variable of the process, set by who runs the script.",
        },
        {
          label: "dpapi",
          kind: CompletionItemKind.Method,
          insert: "dpapi('$0')",
          isSnippet: true,
          documentation: "A file that is encrypted for the machine.",
        },
      ];
    if (list.typeOf(object.first - 1) === "LeftBracket" || list.typeOf(object.first - 1) === "Comma") {
      const rest = targetNames.filter((name) => name.startsWith(`${word}.`));
      if (rest.length > 0) return rest.map((name) => ({ label: name.slice(word.length + 1), kind: CompletionItemKind.EnumMember }));
    }
  }
  const kind = resolveKind(list, object, names, program);
  if (!kind) return [];
  const readable = kind.properties.filter(({ role, readable: isReadable }) => role !== "means" && isReadable !== false);
  const keys = kind.selection ? [] : kind.keys.filter((key) => key.required && !key.scope);
  return [
    ...listPropertyChoices(kind, readable).map((choice) => ({ ...choice, insert: choice.label })),
    ...kind.queries.map(({ name, documentation, parameters }) => ({
      label: name,
      kind: CompletionItemKind.Method,
      documentation,
      insert: `${name}(${parameters.map((one, i) => `\${${i + 1}:${one.name}}`).join(", ")})`,
      isSnippet: true as const,
    })),
    ...(kind.singleton
      ? []
      : [{ label: "exists", kind: CompletionItemKind.Property, documentation: "Whether it is there; of a selection, whether one is." }]),
    ...keys.map((key) => ({ label: key.name, kind: CompletionItemKind.Field, documentation: describeMember(key), rank: 1 })),
  ];
}

function listEntryValues(context: CompletionContext, block: Block, name: string): Choice[] {
  const { cursor, program, names } = context;
  if (block.kind === "remedy") {
    if (name === "targets") return targetNames.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    if (name === "context") return ["user", "system"].map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
    return [];
  }
  if (block.kind !== "state" && block.kind !== "options") return [];
  const kind = resolveKind(cursor.list, block.resource, names, program);
  if (!kind) return [];
  const verb: Verb | undefined = block.kind === "options" ? kind.verbs.find((one) => one.name === block.verb) : undefined;
  const said = block.kind === "state" && block.use === "given" ? (givenWords[kind.name] ?? []) : [];
  const members: readonly { readonly name: string; readonly type: Property["type"] }[] =
    block.kind === "options" ? (verb?.options ?? []) : [...kind.properties, ...said];
  const property = members.find((one) => one.name === name);
  if (!property) return [];
  const type = toType(property.type, `${kind.name}.${name}`);
  const isWish = block.kind === "state" && block.use === "ensure";
  return [...listValues(context, type, isWish), ...listReadNames(context).filter((choice) => choice.kind !== CompletionItemKind.Keyword)];
}

/** `service.startup`: the words of a property as the type of a parameter. */
function listEnumTypes({ program }: CompletionContext): Choice[] {
  return Object.values(program.catalog.kinds).flatMap((kind) =>
    kind.properties.flatMap((property) =>
      property.type.kind === "enum"
        ? [{ label: `${kind.name}.${property.name}`, kind: CompletionItemKind.Enum, documentation: describeMember(property), rank: 1 }]
        : [],
    ),
  );
}
