import type ts from "typescript";
import { findDefaultFault } from "./default-value.ts";
import { findTag, readDocComment, readLimits } from "./doc-comment.ts";
import type { DocComment } from "./doc-comment.ts";
import { extractType, extractWords } from "./extract-type.ts";
import { findVocabularyName, getText, report } from "./extraction.ts";
import type { Extraction } from "./extraction.ts";
import type { AddressPlace, CatalogType, EnumMember, KeyParameter, Property, Query, Verb } from "./model.ts";
import { findNameFault } from "./names.ts";
import { readPropertyProof, reportProofTags } from "./proof-tags.ts";
import { roles, verbResults } from "./vocabulary.ts";

/** What a member of a kind's interface turned out to be. */
export type ExtractedMember =
  | { readonly kind: "key"; readonly key: KeyParameter }
  | { readonly kind: "property"; readonly property: Property }
  | { readonly kind: "query"; readonly query: Query }
  | { readonly kind: "verb"; readonly verb: Verb };

/** Reads one member; undefined when it cannot be one, which has then been reported. `owner` is the kind's name, for messages. */
export function extractMember(extraction: Extraction, member: ts.TypeElement, owner: string): ExtractedMember | undefined {
  const { ts } = extraction;
  if (!member.name || !ts.isIdentifier(member.name) || !(ts.isPropertySignature(member) || ts.isMethodSignature(member))) {
    report(extraction, "RMD6019", member, { text: getText(extraction, member), kind: owner });
    return undefined;
  }
  return ts.isMethodSignature(member)
    ? extractMethod(extraction, member, member.name, owner)
    : extractProperty(extraction, member, member.name);
}

function extractProperty(extraction: Extraction, member: ts.PropertySignature, nameNode: ts.Identifier): ExtractedMember | undefined {
  const { ts } = extraction;
  const name = nameNode.text;
  const reference = member.type && ts.isTypeReferenceNode(member.type) ? member.type : undefined;
  const role = roles[(reference && findVocabularyName(extraction, reference.typeName)) ?? ""];
  const [first, second] = reference?.typeArguments ?? [];
  if (role === undefined || first === undefined) {
    report(extraction, "RMD6006", nameNode, { name });
    return undefined;
  }
  const value = readValue(extraction, member, nameNode, first, role !== "reading");
  if (value === undefined) return undefined;
  const optional = member.questionToken !== undefined;
  switch (role) {
    case "key":
    case "named-key":
    case "rest-key":
    case "scope": {
      if (role === "rest-key" && value.type.kind !== "list") {
        report(extraction, "RMD6005", first, {
          type: getText(extraction, first),
          reason: "a RestKey takes several, so its type is a list",
        });
        return undefined;
      }
      reportProofTags(extraction, value.doc, nameNode);
      const rest = role === "rest-key" ? { variadic: true } : role === "scope" ? { scope: true as const } : {};
      return {
        kind: "key",
        key: {
          name,
          type: value.type,
          required: !optional,
          positional: role !== "named-key" && role !== "scope",
          ...rest,
          ...value.defaults,
          ...readKeyTags(extraction, value, nameNode),
          documentation: value.documentation,
          limits: value.limits,
        },
      };
    }
    case "state":
    case "demand":
    case "means":
    case "reading": {
      const type = second ? addSeenWords(extraction, value.type, second, name) : value.type;
      const readable = role === "demand" ? { readable: false } : {};
      const { documentation, limits } = value;
      const { defaultValue } = value.defaults;
      const only = value.only === undefined ? {} : { only: value.only };
      if (value.only !== undefined && role !== "means")
        report(extraction, "RMD6013", nameNode, { tag: "only", name, reason: "it stands on means alone" });
      if (limits.every !== undefined) report(extraction, "RMD6013", nameNode, { tag: "every", name, reason: "it stands on keys alone" });
      reportKeyTags(extraction, value, nameNode);
      const address = readAddress(extraction, value, role, name, nameNode);
      const isOptional = optional || (role === "means" && defaultValue !== undefined);
      return {
        kind: "property",
        property: {
          name,
          role: role === "demand" ? "state" : role,
          type,
          ...readable,
          optional: isOptional,
          defaultValue,
          documentation,
          limits,
          ...only,
          ...readAdditive(extraction, value, role, nameNode),
          ...readPropertyProof(extraction, value.doc, nameNode, role, type),
          ...(address === undefined ? {} : { address }),
        },
      };
    }
    default:
      return unreachable(role);
  }
}

interface ReadValue {
  readonly type: CatalogType;
  readonly documentation: string;
  readonly limits: KeyParameter["limits"];
  readonly defaults: { readonly defaultValue?: string };
  readonly only: Property["only"];
  readonly doc: DocComment;
  /** The text of `@address`. */
  readonly address: string | undefined;
}

/** `@cased`, `@ending .exe`, `@written`, `@nested`, `@partOf file`: what a key says of the thing that it names. */
function readKeyTags(
  extraction: Extraction,
  { doc, type }: ReadValue,
  nameNode: ts.Identifier,
): Pick<KeyParameter, "cased" | "ending" | "written" | "nested" | "partOf"> {
  const complain = (tag: string, reason: string): void => report(extraction, "RMD6013", nameNode, { tag, name: nameNode.text, reason });
  const has = (tag: string, kind: "string" | "path"): boolean => {
    if (findTag(doc, tag) === undefined) return false;
    if (type.kind === kind || (type.kind === "list" && kind === "string" && type.element.kind === kind)) return true;
    complain(tag, `it stands on keys that are a ${kind === "path" ? "path" : "text"}`);
    return false;
  };
  if (findTag(doc, "additive") !== undefined) complain("additive", "it stands on states alone");
  const ending = has("ending", "string") ? findTag(doc, "ending") : undefined;
  if (ending !== undefined && !/^\.[a-z0-9]+$/.test(ending)) complain("ending", `'${ending}' is no ending such as '.exe'`);
  const partOf = has("partOf", "path") ? findTag(doc, "partOf") : undefined;
  return {
    ...(has("cased", "string") ? { cased: true } : {}),
    ...(ending === undefined ? {} : { ending }),
    ...(has("written", "path") ? { written: true } : {}),
    ...(has("nested", "string") ? { nested: true } : {}),
    ...(partOf === undefined ? {} : { partOf }),
  };
}

/** Tags of keys that stand elsewhere. */
function reportKeyTags(extraction: Extraction, { doc }: ReadValue, nameNode: ts.Identifier): void {
  for (const tag of ["cased", "ending", "written", "nested", "partOf"])
    if (findTag(doc, tag) !== undefined)
      report(extraction, "RMD6013", nameNode, { tag, name: nameNode.text, reason: "it stands on keys alone" });
}

/** `@additive`: members that must or must not be there. */
function readAdditive(extraction: Extraction, { doc }: ReadValue, role: string, nameNode: ts.Identifier): { readonly additive?: true } {
  if (findTag(doc, "additive") === undefined) return {};
  if (role === "state" || role === "demand") return { additive: true };
  report(extraction, "RMD6013", nameNode, { tag: "additive", name: nameNode.text, reason: "it stands on states alone" });
  return {};
}

/** `@address url .msi .exe`: the means that an https address becomes, and how the file that it names must end. */
function readAddress(
  extraction: Extraction,
  { address, type }: ReadValue,
  role: string,
  name: string,
  nameNode: ts.Identifier,
): AddressPlace | undefined {
  if (address === undefined) return undefined;
  const [means = "", ...endings] = address.split(/ +/);
  const reason =
    role !== "means" || type.kind !== "path"
      ? "it stands on means that are a path"
      : !/^[a-z][a-z0-9_]*$/.test(means)
        ? `'${means}' is no name of a means`
        : endings.some((ending) => !/^\.[a-z0-9]+$/.test(ending))
          ? "behind the name come endings such as '.msi'"
          : undefined;
  if (reason !== undefined) report(extraction, "RMD6013", nameNode, { tag: "address", name, reason });
  return reason === undefined ? { name: means, endings } : undefined;
}

/** What keys, properties, options and parameters have in common: name, type, documentation, limits, default. */
function readValue(
  extraction: Extraction,
  node: ts.Node,
  nameNode: ts.Identifier,
  typeNode: ts.TypeNode,
  parameter: boolean,
): ReadValue | undefined {
  const name = nameNode.text;
  const fault = findNameFault(name, parameter);
  if (fault !== undefined) report(extraction, "RMD6012", nameNode, { name, reason: fault });
  const doc = readDocComment(extraction, node, nameNode);
  const extracted = extractType(extraction, typeNode);
  if (extracted === undefined) return undefined;
  const { type, oneOf } = extracted;
  const defaultValue = findTag(doc, "default");
  const defaultFault = defaultValue === undefined ? undefined : findDefaultFault(defaultValue, type, oneOf);
  if (defaultFault !== undefined) report(extraction, "RMD6013", nameNode, { tag: "default", name, reason: defaultFault });
  const defaults = defaultValue !== undefined && defaultFault === undefined ? { defaultValue } : {};
  const only = findTag(doc, "only");
  if (only !== undefined && only !== "absent" && only !== "present") {
    report(extraction, "RMD6013", nameNode, { tag: "only", name, reason: `'${only}' is neither 'absent' nor 'present'` });
    return undefined;
  }
  return {
    type,
    documentation: doc.text,
    limits: readLimits(extraction, doc, name, type, oneOf),
    defaults,
    only,
    doc,
    address: findTag(doc, "address"),
  };
}

/** `State<"running", "starting">`: the words of the second argument can be read but not ensured. */
function addSeenWords(extraction: Extraction, type: CatalogType, node: ts.TypeNode, name: string): CatalogType {
  const seen = extractWords(extraction, node);
  if (seen === undefined || type.kind !== "enum" || seen.some((word) => type.members.some((member) => member.name === word.name))) {
    report(extraction, "RMD6020", node, { name });
    return type;
  }
  const members: EnumMember[] = [...type.members, ...seen.map((word) => ({ ...word, ensurable: false }))];
  return { ...type, members };
}

/** A method that gives Change or Findings is a verb, any other one a query. */
function extractMethod(
  extraction: Extraction,
  method: ts.MethodSignature,
  nameNode: ts.Identifier,
  owner: string,
): ExtractedMember | undefined {
  const { ts } = extraction;
  const name = nameNode.text;
  const fault = findNameFault(name, false);
  if (fault !== undefined) report(extraction, "RMD6012", nameNode, { name, reason: fault });
  const doc = readDocComment(extraction, method, nameNode);
  const result = method.type;
  if (result === undefined) {
    report(extraction, "RMD6005", nameNode, {
      type: getText(extraction, method),
      reason: "a method says what it gives: Change, Findings or a value",
    });
    return undefined;
  }
  const use = verbResults[(ts.isTypeReferenceNode(result) ? findVocabularyName(extraction, result.typeName) : undefined) ?? ""];
  if (use === undefined) {
    const type = extractType(extraction, result)?.type;
    const parameters = method.parameters.map((parameter) => extractParameter(extraction, parameter));
    if (type === undefined || parameters.includes(undefined)) return undefined;
    return {
      kind: "query",
      query: {
        name,
        parameters: parameters.filter((each) => each !== undefined),
        type,
        optional: method.questionToken !== undefined,
        documentation: doc.text,
      },
    };
  }
  const guarantees = findTag(doc, "guarantees") ?? "";
  if (guarantees === "") report(extraction, "RMD6017", nameNode, { verb: name, kind: owner });
  return { kind: "verb", verb: { name, documentation: doc.text, guarantees, options: extractOptions(extraction, method), use } };
}

function extractParameter(extraction: Extraction, parameter: ts.ParameterDeclaration): KeyParameter | undefined {
  if (!extraction.ts.isIdentifier(parameter.name) || parameter.dotDotDotToken || !parameter.type) {
    report(extraction, "RMD6005", parameter, {
      type: getText(extraction, parameter),
      reason: "a parameter of a query has a plain name and a type",
    });
    return undefined;
  }
  const value = readValue(extraction, parameter, parameter.name, parameter.type, true);
  if (value === undefined) return undefined;
  return {
    name: parameter.name.text,
    type: value.type,
    required: !parameter.questionToken,
    positional: true,
    ...value.defaults,
    documentation: value.documentation,
    limits: value.limits,
  };
}

/** The options of a verb: the members of its one parameter, an object type written there or an interface of this file. */
function extractOptions(extraction: Extraction, method: ts.MethodSignature): Property[] {
  const { ts } = extraction;
  const [parameter, another] = method.parameters;
  if (parameter === undefined) return [];
  const node = parameter.type;
  const declared = node && ts.isTypeReferenceNode(node) ? extraction.interfaces.get(node.typeName.getText(extraction.tree)) : undefined;
  const members = node && ts.isTypeLiteralNode(node) ? node.members : declared?.members;
  if (members === undefined || another !== undefined) {
    report(extraction, "RMD6005", another ?? parameter, {
      type: getText(extraction, another ?? parameter),
      reason: "a verb has one parameter, an object of its options",
    });
    return [];
  }
  const options: Property[] = [];
  for (const member of members) {
    if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name) || !member.type) {
      report(extraction, "RMD6019", member, { text: getText(extraction, member), kind: method.name.getText(extraction.tree) });
      continue;
    }
    const name = member.name.text;
    if (options.some((option) => option.name === name))
      report(extraction, "RMD6009", member.name, { name, kind: method.name.getText(extraction.tree) });
    const value = readValue(extraction, member, member.name, member.type, true);
    if (value === undefined) continue;
    const { defaultValue } = value.defaults;
    options.push({
      name,
      role: "means",
      type: value.type,
      optional: member.questionToken !== undefined || defaultValue !== undefined,
      defaultValue,
      documentation: value.documentation,
      limits: value.limits,
    });
  }
  return options;
}

function unreachable(role: never): never {
  throw new Error(`role ${String(role)} is unknown`);
}
